extension Unicode.Scalar {
    /// Whether a reader cannot see the character, though it may change what the text around it looks like or means:
    /// controls, zero-width characters, noncharacters, and the bidirectional controls of "Trojan Source" (CVE-2021-42574).
    ///
    /// White space that moves the next character (tab, line feed) counts too. Emoji variation selectors do not: they
    /// only choose how the character before them is drawn.
    public var isInvisible: Bool {
        if isASCII { return value < 0x20 || value == 0x7F }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: return true
        default:
            return properties.isNoncharacterCodePoint
                || properties.isDefaultIgnorableCodePoint && !(0xFE00...0xFE0F).contains(value)
        }
    }
}

extension String {
    /// The text with every invisible character but tab and line feed written out, such as `⟨U+202E⟩`: for what people read.
    public var showingInvisibles: String {
        guard utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return self }
        var shown = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if scalar.isInvisible, scalar != "\n", scalar != "\t" {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                let zeros = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
                shown.append(contentsOf: "⟨U+\(zeros)\(digits)⟩".unicodeScalars)
            } else {
                shown.append(scalar)
            }
        }
        return String(shown)
    }
}
