"""Settings from the environment; `anskaff settings` lists them."""
SECRET_KEY = "x"
USE_TZ = True
