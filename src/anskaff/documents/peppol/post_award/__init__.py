"""What the documents of Peppol BIS Post-Award 3 share: shapes, schemes and rules."""
