from anskaff.project.settings import *
