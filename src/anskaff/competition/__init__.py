"""Cases and competitions: from need through sealed tenders to a signed award."""
