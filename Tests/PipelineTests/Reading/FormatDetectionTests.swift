import RequirementModel
import Testing

@testable import Pipeline

struct FormatDetectionTests {
    @Test(arguments: [
        ("---\ntitle: Ports\n---\nText alone.\n", "page.txt", DocumentFormat.markdown),
        ("# Ports\n\nOpen these:\n\n- `a.example.com`\n- `b.example.com`\n", "page.txt", .markdown),
        ("Ports of the agent\n\n| Host | Port |\n|---|---|\n| a.example.com | 443 |\n", "page", .markdown),
        ("See [the ports](ports.md).\n\n## Outbound\n", "page.txt", .markdown),
        ("> [!IMPORTANT]\n> Allow 192.0.2.4.\n", "page.txt", .markdown),
        ("Ports of the agent\n\nHost Port\na.example.com 443\nb.example.com 8443\n", "page.txt", .text),
        ("• a.example.com\n• b.example.com\n", "page", .text),
        ("• a.example.com\n\n| Host | File |\n| --- | --- |\n| x | [y](z) |\n", "page.txt", .text),
        ("Run this:\n# systemctl restart agent\n- then wait\n", "page.txt", .text),
        ("Run this:\n\n# load it\nload **x** `y`\n\n  • on each host\n", "page.txt", .text),
        ("Set up\n\n# load the module\nmodprobe a\n# list it\nls `a` **b**\n", "page.txt", .text),
        ("---\ntitle: Ports\n---\n• a.example.com\n", "page.txt", .markdown),
        ("---\nkeywords: x\n---\n\n= Ports\n\n|===\n| a | b\n|===\n", "page", .text),
        ("Intro\n\n# Ports\n\n<table>\n<tr><td>443</td></tr>\n</table>\n", "page.txt", .markdown),
        ("= Ports\n\n```\ncode\n```\n\n* **a** [b](c)\n", "page.adoc", .text),
        ("", "page.txt", .text),
        ("", "page.md", .markdown),
        ("Only a sentence.\n", "page.MD", .markdown),
        ("\n  <!DOCTYPE html>\n<html><body></body></html>", "page.txt", .html),
        ("<?xml version=\"1.0\"?>\n<!-- saved -->\n<html xmlns=\"x\"></html>", "page", .html),
        ("<html><body># Not a heading</body></html>", "page.md", .html),
        ("<table><tr><td>a.example.com</td></tr></table>", "page", .html),
        ("<table><tr><td>a.example.com</td></tr></table>", "page.md", .markdown),
        ("<a name=\"top\"></a>\n\n# Ports\n\nSee [this](x.md).\n", "page", .markdown),
        ("<p>A fragment</p>", "page.html", .html),
        ("No markup at all", "page.html", .text),
    ])
    func `finds the format`(text: String, path: String, format: DocumentFormat) {
        #expect(FormatDetection.format(of: Array(text.utf8), path: path) == format)
    }
}
