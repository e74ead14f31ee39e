"""Published eForms notices (EU 2019/1780 and the Norwegian national notices)."""
