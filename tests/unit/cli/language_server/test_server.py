"""The server as an editor meets it: a process, and a client that is not ours."""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

import pubparse
from pubparse.text.edit import Edit, edited
from pubparse.text.source import Source

ROOT = Path(__file__).parents[4]
PAGE = """# Papers 📚

💡 corresponding author

## 2020

* **Ada Bee**💡 , Carl Dee. On Things. In ICML 2020.

## 2019

* **Ada Bee**, Eve Fox. A Theory of of *Ways*. In NeurIPS 2019.
"""
SAFE = PAGE.replace("💡 ,", "💡,")
CRASHING = """
import sys, pubparse
read = pubparse.parse
def parse(text, **told):
    if "CRASH" in str(text):
        raise RecursionError("too deep")
    return read(text, **told)
pubparse.parse = parse
sys.argv = ["pubparse", "lsp", "--stdio"]
from pubparse.cli.main import run
run()
"""


class Editor(LanguageClient):
    """A client that keeps what it was told."""

    def __init__(self) -> None:
        super().__init__("editor", "1")
        self.told: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.messages: list[str] = []
        self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(partial(self.hear))
        self.feature(types.WINDOW_SHOW_MESSAGE)(lambda params: self.messages.append(params.message))
        self.feature(types.WINDOW_LOG_MESSAGE)(lambda params: self.messages.append(params.message))

    def hear(self, params: types.PublishDiagnosticsParams) -> None:
        self.told.put_nowait(params)

    async def begin(self, encodings: list[str], script: str | None) -> None:
        arguments = ["-c", script] if script else ["-m", "pubparse", "lsp"]
        await self.start_io(sys.executable, *arguments, cwd=ROOT)
        general = types.GeneralClientCapabilities(position_encodings=encodings or None)
        await self.initialize_async(types.InitializeParams(types.ClientCapabilities(general=general)))
        self.initialized(types.InitializedParams())

    async def open(self, uri: str, text: str) -> list[types.Diagnostic]:
        item = types.TextDocumentItem(uri, "markdown", 1, text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.diagnostics(uri)

    def change(self, uri: str, version: int, *changes: types.TextDocumentContentChangeEvent) -> None:
        document = types.VersionedTextDocumentIdentifier(version, uri)
        self.text_document_did_change(types.DidChangeTextDocumentParams(document, list(changes)))

    async def diagnostics(self, uri: str) -> list[types.Diagnostic]:
        told = await asyncio.wait_for(self.told.get(), 60)
        return list(told.diagnostics) if told.uri == uri else await self.diagnostics(uri)

    async def end(self) -> None:
        await self.shutdown_async(None)
        self.exit(None)
        await asyncio.wait_for(self.stop(), 60)


Story = Callable[[Editor, str], Awaitable[None]]
Tell = Callable[[Story], list[str]]


@contextmanager
def served(encodings: tuple[str, ...] = (), script: str | None = None) -> Iterator[tuple[asyncio.Runner, Editor]]:
    """An editor with its server."""
    with asyncio.Runner() as runner:

        async def begin() -> Editor:
            editor = Editor()
            await editor.begin(list(encodings), script)
            return editor

        editor = runner.run(begin())
        yield runner, editor
        runner.run(editor.end())


@pytest.fixture(scope="module")
def one() -> Iterator[tuple[asyncio.Runner, Editor]]:
    with served() as running:
        yield running


@pytest.fixture
def tell(one: tuple[asyncio.Runner, Editor], tmp_path: Path) -> Tell:
    """Tells a story of an editor and a document, and gives the messages that were shown."""
    runner, editor = one

    def told(story: Story) -> list[str]:
        editor.messages.clear()
        runner.run(story(editor, (tmp_path / "page.md").as_uri()))
        return editor.messages

    return told


def place(line: int, start: int, end: int) -> types.Range:
    return types.Range(types.Position(line, start), types.Position(line, end))


@pytest.mark.parametrize(("encodings", "column"), [((), 15), (("utf-32",), 14), (("utf-8", "utf-16"), 17)])
def test_findings_stand_where_the_editor_counts_them(tmp_path: Path, encodings: tuple[str, ...], column: int) -> None:
    async def story(editor: Editor, uri: str) -> None:
        comma, _ = await editor.open(uri, PAGE)
        assert (comma.code, comma.source, comma.message) == ("T703", "pubparse", "a blank before a comma")
        assert comma.range == place(6, column, column + 1)
        assert comma.severity == types.DiagnosticSeverity.Warning
        assert comma.code_description
        assert comma.code_description.href.endswith("/rules.html#space-before-comma")

    with served(encodings) as (runner, editor):
        runner.run(story(editor, (tmp_path / "page.md").as_uri()))


def test_findings_follow_what_is_typed(tell: Tell) -> None:
    async def story(editor: Editor, uri: str) -> None:
        assert [one.code for one in await editor.open(uri, PAGE)] == ["T703", "T709"]
        second = types.TextDocumentContentChangePartial(place(10, 34, 37), "")
        for version, change in enumerate([types.TextDocumentContentChangePartial(place(6, 15, 16), ""), second], 2):
            editor.change(uri, version, change)
        assert await editor.diagnostics(uri) == []
        assert editor.told.empty(), "it waits until nobody types"
        editor.change(uri, 4, types.TextDocumentContentChangeWholeDocument(PAGE))
        assert len(await editor.diagnostics(uri)) == 2
        editor.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
        assert await editor.diagnostics(uri) == []

    tell(story)


async def actions(editor: Editor, uri: str, where: types.Range, *only: str) -> list[types.CodeAction]:
    context = types.CodeActionContext([], list(only) or None)
    asked = types.CodeActionParams(types.TextDocumentIdentifier(uri), where, context)
    return [
        one for one in await editor.text_document_code_action_async(asked) or [] if isinstance(one, types.CodeAction)
    ]


def done(action: types.CodeAction, uri: str, text: str) -> str:
    """The text after an action, in UTF-16 as the editor applies it."""
    assert action.edit
    assert action.edit.changes
    source = Source(text)
    edits = [
        Edit(pubparse.Span(*(offset(text, at) for at in (one.range.start, one.range.end))), one.new_text)
        for one in action.edit.changes[uri]
    ]
    return edited(source, edits).decode()


def offset(text: str, at: types.Position) -> int:
    lines = text.split("\n")
    column = lines[at.line].encode("utf-16-le")[: 2 * at.character].decode("utf-16-le")
    return sum(len(line) + 1 for line in lines[: at.line]) + len(column)


def test_quick_fixes(tell: Tell) -> None:
    async def story(editor: Editor, uri: str) -> None:
        comma, twice = await editor.open(uri, PAGE)
        (safe,) = await actions(editor, uri, comma.range, "quickfix")
        assert (safe.title, safe.is_preferred) == ("Mend T703: a blank before a comma", True)
        assert list(safe.diagnostics or ()) == [comma]
        assert done(safe, uri, PAGE) == SAFE
        (suggested,) = await actions(editor, uri, twice.range, "quickfix")
        assert (suggested.title, suggested.is_preferred) == ("Mend T709: of stands twice (a suggestion)", False)
        assert done(suggested, uri, PAGE) == PAGE.replace("of of", "of")
        assert await actions(editor, uri, place(0, 0, 3), "quickfix") == []

    tell(story)


def test_all_that_is_safe_is_mended_at_once(tell: Tell) -> None:
    async def story(editor: Editor, uri: str) -> None:
        await editor.open(uri, PAGE)
        for only in ("source.fixAll", "source.fixAll.pubparse"):
            (mend,) = await actions(editor, uri, place(0, 0, 0), only)
            assert mend.kind == "source.fixAll.pubparse"
            assert done(mend, uri, PAGE) == SAFE
        assert await actions(editor, uri, place(0, 0, 0), "refactor") == []
        editor.change(uri, 2, types.TextDocumentContentChangeWholeDocument(SAFE))
        assert await actions(editor, uri, place(0, 0, 0), "source.fixAll") == []

    tell(story)


def test_hover(tell: Tell) -> None:
    async def ask(editor: Editor, uri: str, line: int) -> types.Hover | None:
        asked = types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(line, 9))
        return await editor.text_document_hover_async(asked)

    async def story(editor: Editor, uri: str) -> None:
        await editor.open(uri, PAGE.replace("On Things", r"On \_Things\_ in C\*"))
        assert await ask(editor, uri, 0) is None
        shown = await ask(editor, uri, 6)
        assert shown
        assert shown.range
        assert shown.range.start.line == shown.range.end.line == 6
        assert isinstance(shown.contents, types.MarkupContent)
        title, authors, rows = shown.contents.value.split("\n\n")
        assert title == r"**On \_Things\_ in C\***"
        assert authors == "**Ada Bee** (corresponding), Carl Dee"
        assert rows.splitlines()[:3] == ["- venue: ICML", "- date: 2020", "- type: conference"]
        assert "- id: bee2020things" in rows.splitlines()

    tell(story)


def test_outline(tell: Tell) -> None:
    async def story(editor: Editor, uri: str) -> None:
        await editor.open(uri, PAGE)
        asked = types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
        (papers,) = await editor.text_document_document_symbol_async(asked) or []
        assert isinstance(papers, types.DocumentSymbol)
        years = papers.children or []
        assert (papers.name, [year.name for year in years]) == ("Papers 📚", ["2020", "2019"])
        (old,) = years[1].children or []
        assert (old.name, old.detail) == ("A Theory of of Ways", "NeurIPS 2019")
        assert old.selection_range == place(10, 24, 44)
        assert papers.range.end == old.range.end

    tell(story)


def test_settings_are_those_of_the_folder_and_comments_are_heard(tell: Tell, tmp_path: Path) -> None:
    (tmp_path / ".pubparse.toml").write_text('ignore = ["T703"]\n', "utf-8")

    async def story(editor: Editor, uri: str) -> None:
        assert [one.code for one in await editor.open(uri, PAGE)] == ["T709"]
        waved = PAGE.replace("* **Ada Bee**, Eve", "<!-- pubparse: ignore T709 -->\n* **Ada Bee**, Eve")
        editor.change(uri, 2, types.TextDocumentContentChangeWholeDocument(waved))
        assert await editor.diagnostics(uri) == []
        (tmp_path / ".pubparse.toml").write_text('colour = "red"\n', "utf-8")
        editor.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri)))
        assert await editor.diagnostics(uri) == []
        (tmp_path / ".pubparse.toml").write_text("", "utf-8")
        editor.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri)))
        assert [one.code for one in await editor.diagnostics(uri)] == ["T703"]

    (message,) = tell(story)
    assert "there is no setting 'colour'" in message


def test_what_is_no_list_of_publications_is_left_alone(tell: Tell) -> None:
    text = "# Project 📦\n\nA tool , that does of of things.\n\n* fast\n* small , too\n\n```\na , b\n```\n"

    async def story(editor: Editor, uri: str) -> None:
        assert await editor.open(uri, text) == []
        assert await actions(editor, uri, place(0, 0, 99)) == []

    assert tell(story) == []


def test_a_document_that_fails_takes_nothing_else_with_it(tmp_path: Path) -> None:
    async def story(editor: Editor, uri: str) -> None:
        assert await editor.open(uri, PAGE.replace("Things", "CRASH")) == []
        assert await actions(editor, uri, place(6, 0, 9)) == []
        other = (tmp_path / "other.md").as_uri()
        assert len(await editor.open(other, PAGE)) == 2
        editor.change(uri, 2, types.TextDocumentContentChangeWholeDocument(PAGE))
        assert len(await editor.diagnostics(uri)) == 2

    with served(script=CRASHING) as (runner, editor):
        runner.run(story(editor, (tmp_path / "page.md").as_uri()))
    assert editor.messages
    assert all("RecursionError: too deep" in message for message in editor.messages)


def test_a_document_that_is_not_open_has_no_answers(tell: Tell) -> None:
    async def story(editor: Editor, uri: str) -> None:
        assert await actions(editor, uri, place(0, 0, 1)) == []
        editor.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri)))
        assert len(await editor.open(uri, PAGE)) == 2

    assert tell(story) == []


def test_a_byte_order_mark_moves_nothing(tell: Tell) -> None:
    async def story(editor: Editor, uri: str) -> None:
        (comma,) = await editor.open(uri, "\ufeff* **Ada Bee** , Carl Dee. On Things. In ICML 2020.\n")
        assert comma.range == place(0, 14, 15)

    tell(story)


def test_without_pygls(monkeypatch: pytest.MonkeyPatch) -> None:
    from typer.testing import CliRunner

    from pubparse.cli.main import app

    for name in ("pygls", "pygls.lsp.server", "lsprotocol"):
        monkeypatch.setitem(sys.modules, name, None)
    for name in [name for name in sys.modules if name.startswith("pubparse.cli.language_server")]:
        monkeypatch.delitem(sys.modules, name)
    result: Any = CliRunner().invoke(app, ["lsp"], env={"COLUMNS": "200"})
    assert result.exit_code == 2
    assert "pip install 'pubparse[lsp]'" in result.stderr
