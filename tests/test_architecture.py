"""The import law, where each library may be used, and how large things may grow: read from the syntax trees."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "pubparse"
MODULES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(ROOT.rglob("*.py"))}

LAYERS = (
    "text",
    "markdown",
    "markers",
    "layouts",
    "lexer",
    "grammar",
    "page",
    "model",
    "pipeline",
    "readers",
    "folders",
    "explanation",
    "bibliography",
    "counting",
    "exporters",
    "batches",
    "house_style",
    "rewrite",
    "lint",
    "reporting",
    "cli",
)
OPEN = {"problems", "registry", "lexicons"}
"""Seen by every layer, and seeing nothing but `text`."""

DOORS = {"model/page.py": {"exporters", "lint", "reporting", "rewrite"}, "model/publication.py": {"reporting"}}
"""Where a `Page` hands over to a higher layer, imported when called."""

LIBRARIES = {
    "bibtexparser": ("readers/bibtex.py", "readers/bib_names.py"),
    "citeproc": ("exporters/citation_styles.py",),
    "ftfy": ("text",),
    "jinja2": ("reporting/templates.py",),
    "lsprotocol": ("cli/language_server",),
    "lxml": ("exporters/citation_styles.py",),
    "markdown_it": ("markdown/positions.py",),
    "markupsafe": ("reporting/templates.py",),
    "pandas": ("exporters/arrow.py", "model/page.py"),
    "polars": ("exporters/arrow.py", "model/page.py"),
    "pyarrow": ("batches", "exporters/arrow.py", "exporters/arrow_columns.py", "model/page.py"),
    "pydantic": ("model", "exporters"),
    "pydantic_core": ("model",),
    "pygls": ("cli/language_server",),
    "pylatexenc": ("exporters/latex.py", "readers/latex.py"),
    "rapidfuzz": ("bibliography/likeness.py",),
    "rich": ("cli",),
    "typer": ("cli",),
    "wordninja": ("lint/rules/run_together.py",),
    "yaml": ("folders/front_matter.py", "page/front_matter.py"),
}
FILE_READERS = (
    "cli/files.py",
    "cli/many.py",
    "cli/parts.py",
    "cli/server.py",
    "cli/streams.py",
    "cli/settings.py",
    "folders/files.py",
    "pipeline.py",
    "lexicons",
    "grammar/weights.py",
    "reporting/templates.py",
)
"""The two ends, and those that read tables of the package itself."""

FILE_LINES = 250
FUNCTION_LINES = 50
MOST_FUNCTIONS_LINES = 25
LARGE_FILES: dict[str, str] = {}
LARGE_FUNCTIONS: dict[str, str] = {}
"""Each exception with its reason."""

FILE_METHODS = {"read_text", "read_bytes", "write_text", "write_bytes"}
COMPILING = {"compile", "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "template"}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def part_of(module: str) -> str:
    """Give the layer, or open module, that a file or a dotted module name belongs to."""
    return module.removeprefix("pubparse").lstrip(".").replace("/", ".").split(".")[0]


def imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            assert node.module
            inner = node.module == "pubparse"
            yield from (f"pubparse.{alias.name}" for alias in node.names) if inner else (node.module,)


def test_every_part_has_its_place() -> None:
    parts = {part_of(name_of(path)) for path in MODULES} - {"__init__", "__main__"}
    assert parts <= {*LAYERS, *OPEN}


def allowed(part: str) -> set[str]:
    if part in OPEN:
        return {"text", *OPEN}
    return {*LAYERS[: LAYERS.index(part) + 1], *OPEN}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_go_down(path: Path) -> None:
    own = [module for module in imports(MODULES[path]) if module.split(".")[0] == "pubparse"]
    part = part_of(name_of(path))
    if part == "__init__":
        return  # the door loads what it names when asked for it: test_api.py
    if part in {"__main__", "cli"}:
        strangers = [module for module in own if part_of(module) not in {"cli", ""} and not is_door(module)]
    else:
        doors = DOORS.get(name_of(path), set())
        strangers = [module for module in own if part_of(module) not in allowed(part) | doors]
    assert not strangers


def is_door(module: str) -> bool:
    """Tell whether a dotted name is one that `pubparse` itself exports."""
    import pubparse

    return module.removeprefix("pubparse.") in pubparse.__all__


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_libraries_stay_where_they_belong(path: Path) -> None:
    for library in {module.split(".")[0] for module in imports(MODULES[path])} & LIBRARIES.keys():
        assert name_of(path).startswith(LIBRARIES[library]), library


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_ends_touch_files(path: Path) -> None:
    functions = [node.func for node in ast.walk(MODULES[path]) if isinstance(node, ast.Call)]
    touching = {function.attr for function in functions if isinstance(function, ast.Attribute)} & FILE_METHODS
    opening = any(map(is_open, functions))
    assert name_of(path).startswith(FILE_READERS) or not (touching or opening)


def is_open(function: ast.expr) -> bool:
    """Tell `open` and `Path(…).open` from the methods of our own that are called so."""
    match function:
        case ast.Name(id="open") | ast.Attribute(attr="open", value=ast.Call(func=ast.Name(id="Path"))):
            return True
    return False


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_patterns_are_compiled_once(path: Path) -> None:
    """At import, or in a cached function, where it takes the words that markers declare."""
    for function in (node for node in ast.walk(MODULES[path]) if isinstance(node, FUNCTIONS) and not is_cached(node)):
        for node in ast.walk(function):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in COMPILING:
                owner = node.func.value
                assert not (isinstance(owner, ast.Name) and owner.id in {"re", "regex"}), f"line {node.lineno}"


def is_cached(function: ast.AST) -> bool:
    """Tell whether a function is run once for what it is given: what markers declare is known when it is asked for."""
    match function:
        case ast.FunctionDef(decorator_list=[ast.Name(id="cache")]):
            return True
    return False


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_files_stay_small(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= FILE_LINES or name_of(path) in LARGE_FILES


def functions() -> dict[str, int]:
    """Give the lines of every function, its docstring left out."""
    return {
        f"{name_of(path)}:{node.name}:{node.lineno}": length(node)
        for path, tree in MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    assert node.end_lineno
    first = node.body[0]
    said = first.end_lineno - first.lineno + 1 if ast.get_docstring(node) and first.end_lineno else 0
    return node.end_lineno - node.lineno + 1 - said


def test_functions_stay_small() -> None:
    lengths = functions()
    large = {name for name, lines in lengths.items() if lines > FUNCTION_LINES}
    assert {name.rpartition(":")[0] for name in large} == LARGE_FUNCTIONS.keys()
    middling = sum(lines > MOST_FUNCTIONS_LINES for lines in lengths.values())
    assert middling <= len(lengths) / 10


def test_exceptions_are_still_needed() -> None:
    sizes = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name for name, lines in sizes.items() if lines > FILE_LINES} == LARGE_FILES.keys()
