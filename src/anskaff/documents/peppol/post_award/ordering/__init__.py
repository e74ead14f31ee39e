"""What orders, changes of orders and cancellations share: the groups of their tables and rules."""
