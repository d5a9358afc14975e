"""Makes `python -m pubparse` the same as `pubparse`."""

from pubparse.cli.main import run

if __name__ == "__main__":
    run()
