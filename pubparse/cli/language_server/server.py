"""Messages of an editor in, answers out: which request is answered by what, and when documents are looked at."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer

import pubparse
from pubparse.cli.language_server.documents import Document
from pubparse.cli.language_server.findings import FIX_ALL, actions, diagnostics
from pubparse.cli.language_server.records import hover, outline

DELAY = 0.3
"""Seconds that nobody must have typed for before a document is looked at."""

Answer = TypeVar("Answer")


class Server(LanguageServer):
    """The open documents, and those that are about to be looked at.

    Documents are kept here, as the protocol ends lines: pygls ends one at a form feed or U+2028 as well.
    """

    def __init__(self) -> None:
        super().__init__("pubparse", pubparse.__version__)
        self.documents: dict[str, Document] = {}
        self.waiting: dict[str, asyncio.Task[None]] = {}
        self.shown = ""

    def open(self, document: Document, delay: float) -> None:
        """Take a document as it is now, and look at it after a while."""
        self.documents[document.uri] = document
        if task := self.waiting.pop(document.uri, None):
            task.cancel()
        self.waiting[document.uri] = asyncio.get_running_loop().create_task(self._publish(document.uri, delay))

    def close(self, uri: str) -> None:
        """Forget a document, and what was told of it."""
        self.documents.pop(uri, None)
        if task := self.waiting.pop(uri, None):
            task.cancel()
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    async def _publish(self, uri: str, delay: float) -> None:
        await asyncio.sleep(delay)
        document = self.documents[uri]
        found = await self.ask(uri, diagnostics) or []
        if self.documents.get(uri) is document:
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, document.version))

    async def ask(self, uri: str, question: Callable[[Document], Answer]) -> Answer | None:
        """Ask something of a document, beside the loop; what fails is told, and is the end of nothing else."""
        if document := self.documents.get(uri):
            try:
                return await asyncio.to_thread(question, document)
            except (pubparse.UsageError, OSError) as error:
                self.show(f"pubparse: {error}")
            except Exception as error:  # whatever one document does, the others are served
                told = f"{uri}: {type(error).__name__}: {error}"
                self.window_log_message(types.LogMessageParams(types.MessageType.Error, told))
        return None

    def show(self, message: str) -> None:
        """Show a message to the user, unless it is the one that was shown last."""
        if message != self.shown:
            self.shown = message
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, message))


def make_server() -> Server:
    """Give a server that answers, not started yet."""
    server = Server()
    _take_documents(server)
    _answer(server)
    return server


def _take_documents(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def _opened(params: types.DidOpenTextDocumentParams) -> None:
        given = params.text_document
        encoding = server.workspace.position_encoding or types.PositionEncodingKind.Utf16
        server.open(Document(given.uri, given.version, given.text, encoding), 0)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def _changed(params: types.DidChangeTextDocumentParams) -> None:
        given = params.text_document
        if document := server.documents.get(given.uri):
            server.open(document.changed(given.version, params.content_changes), DELAY)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def _saved(params: types.DidSaveTextDocumentParams) -> None:
        if document := server.documents.get(params.text_document.uri):
            server.open(replace(document), 0)  # the settings may be others now

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def _closed(params: types.DidCloseTextDocumentParams) -> None:
        server.close(params.text_document.uri)


def _answer(server: Server) -> None:
    kinds = [types.CodeActionKind.QuickFix, FIX_ALL]

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=kinds))
    async def _actions(params: types.CodeActionParams) -> list[types.CodeAction] | None:
        return await server.ask(
            params.text_document.uri, lambda document: actions(document, params.range, params.context.only)
        )

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def _hover(params: types.HoverParams) -> types.Hover | None:
        return await server.ask(params.text_document.uri, lambda document: hover(document, params.position))

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def _outline(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol] | None:
        return await server.ask(params.text_document.uri, outline)
