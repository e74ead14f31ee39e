"""The pages «Kunngjøring» of a case."""
