"""What the documents of Peppol Logistics BIS share: parties, transport, packing and rules."""
