"""A document in, what is found there as diagnostics, and what mends it as code actions out."""

from collections.abc import Iterable, Iterator, Sequence

from lsprotocol import types

from pubparse import Finding
from pubparse.cli.findings import rule_page
from pubparse.cli.language_server.documents import Document

_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}
FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.pubparse"
"""The kind of the action that mends all that is safe to mend: editors can run it when they save."""


def diagnostics(document: Document) -> list[types.Diagnostic]:
    """Give every finding as a diagnostic."""
    return [_diagnostic(document, one) for one in document.findings]


def _diagnostic(document: Document, one: Finding) -> types.Diagnostic:
    return types.Diagnostic(
        range=document.place(one.span),
        message=one.message,
        severity=_SEVERITIES[one.severity],
        code=one.code,
        code_description=types.CodeDescription(rule_page(one.name)),
        source="pubparse",
    )


def actions(document: Document, within: types.Range, only: Sequence[str] | None) -> list[types.CodeAction]:
    """Give what mends a finding in a range, and what mends all that is safe; of the kinds that are asked for."""
    asked = {
        kind
        for kind in (types.CodeActionKind.QuickFix.value, FIX_ALL)
        if only is None or any(kind == one or kind.startswith(f"{one}.") or not one for one in only)
    }
    made: list[types.CodeAction] = []
    if types.CodeActionKind.QuickFix.value in asked:
        made += _quick_fixes(document, _meeting(document, within))
    if FIX_ALL in asked and (edits := document.mends(document.findings, suggested=False)):
        made.append(types.CodeAction("Mend all that is safe to mend", FIX_ALL, edit=_edit(document, edits)))
    return made


def _meeting(document: Document, within: types.Range) -> Iterator[Finding]:
    for one in document.findings:
        place = document.place(one.span)
        if one.fix and place.start <= within.end and within.start <= place.end:
            yield one


def _quick_fixes(document: Document, findings: Iterable[Finding]) -> Iterator[types.CodeAction]:
    for one in findings:
        if edits := document.mends([one], suggested=True):
            yield types.CodeAction(
                title=f"Mend {one.code}: {one.message}" + ("" if one.safety == "safe" else " (a suggestion)"),
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[_diagnostic(document, one)],
                edit=_edit(document, edits),
                is_preferred=one.safety == "safe",
            )


def _edit(document: Document, edits: list[types.TextEdit]) -> types.WorkspaceEdit:
    return types.WorkspaceEdit(changes={document.uri: edits})
