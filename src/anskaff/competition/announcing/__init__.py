"""From a case to its notices: which, with what, and where each value comes from (B4–B6, N-*)."""
