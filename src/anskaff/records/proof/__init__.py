"""Proof of what was recorded: canonical bytes, Merkle tree, checkpoints, receipts. No Django."""
