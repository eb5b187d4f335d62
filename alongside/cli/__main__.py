import sys

from alongside.cli.commands import main

sys.exit(main())
