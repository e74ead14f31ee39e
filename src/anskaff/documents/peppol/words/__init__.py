"""What the terms that many documents share are called, and in one line what they mean."""
