"""Clients of the national notice service: protocol only; transport, key and chance are handed in.

`contract.py` is the one table of what we believe about the service, and says of each line whether
it is documented or our assumption. Nothing here has been tried against the live service.
"""
