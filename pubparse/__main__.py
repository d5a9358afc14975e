"""The arguments of `python -m pubparse` in, what `pubparse` makes of them out."""

from pubparse.cli.main import run

if __name__ == "__main__":
    run()
