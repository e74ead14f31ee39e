"""The memory: the proof log of deeds, stored documents, notifications; append-only."""
