internal import CLibXML2
internal import RequirementModel
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Cuts HTML into tags and text by libxml2's SAX events.
///
/// libxml2 nests elements by the rules of HTML 4 and tells the ends that it infers by them; these are not passed on, the
/// ends that stand in the text are, also those that libxml2 thinks stray. So ``DocumentBuilder`` can nest by today's rules.
/// A class, because libxml2's events come through a C pointer to it; it lives for one parse.
final class HTMLTokenizer {
    private var builder: DocumentBuilder
    private let context: htmlParserCtxtPtr
    /// The source, for telling written tags from inferred ones.
    private let source: UnsafeBufferPointer<UInt8>
    private var lastTagEnd = 0

    private init(builder: DocumentBuilder, context: htmlParserCtxtPtr, source: UnsafeBufferPointer<UInt8>) {
        self.builder = builder
        self.context = context
        self.source = source
    }

    /// `xmlInitParser` must have run once before parsers run side by side.
    private static let libraryIsReady: Bool = {
        xmlInitParser()
        return true
    }()

    /// Parses UTF-8 without NUL; what `builder`, which has seen nothing before, has made of it.
    static func run(over bytes: [UInt8], into builder: DocumentBuilder) -> DocumentBuilder {
        guard libraryIsReady, !bytes.isEmpty else { return builder }
        return bytes.withUnsafeBufferPointer { source in
            source.withMemoryRebound(to: CChar.self) { characters in
                guard let context = htmlCreateMemoryParserCtxt(characters.baseAddress, Int32(characters.count)) else {
                    return builder
                }
                defer { htmlFreeParserCtxt(context) }
                let tokenizer = HTMLTokenizer(builder: builder, context: context, source: source)
                withExtendedLifetime(tokenizer) { tokenizer.run() }
                return tokenizer.builder
            }
        }
    }

    private func run() {
        _ = htmlCtxtUseOptions(context, Self.options)
        context.pointee.options |= Int32(XML_PARSE_HUGE.rawValue)
        _ = xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
        guard let handler = context.pointee.sax else { return }
        handler.pointee = xmlSAXHandler()
        handler.pointee.startElement = { tokenizer(from: $0).start($1, $2) }
        handler.pointee.endElement = { tokenizer(from: $0).end($1) }
        handler.pointee.characters = { tokenizer(from: $0).text($1, $2) }
        handler.pointee.ignorableWhitespace = { tokenizer(from: $0).text($1, $2) }
        handler.pointee.cdataBlock = { _, _, _ in }  // scripts and style sheets
        let this = Unmanaged.passUnretained(self).toOpaque()
        context.pointee.userData = this
        xmlSetStructuredErrorFunc(this) { tokenizer(from: $0).error($1) }
        defer { xmlSetStructuredErrorFunc(nil, nil) }
        _ = htmlParseDocument(context)
    }

    private static let options = Int32(
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOIMPLIED.rawValue
            | HTML_PARSE_IGNORE_ENC.rawValue)

    /// How far into the source the parser has come.
    private var offset: Int {
        guard let input = context.pointee.input else { return 0 }
        return Int(input.pointee.consumed) + input.pointee.base.distance(to: input.pointee.cur)
    }

    private func start(_ name: UnsafePointer<xmlChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
        guard let name else { return }
        let offset = offset
        defer {
            lastTagEnd = offset
            forgetOuterElements()
        }
        guard let tag = tagStart(before: offset, named: name, isClosing: false) else { return }
        builder.start(Element(name), Attributes(attributes), at: tag)
    }

    private func end(_ name: UnsafePointer<xmlChar>?) {
        guard let name else { return }
        let offset = offset
        guard let tag = tagStart(before: offset, named: name, isClosing: true) else { return }
        lastTagEnd = offset
        builder.end(Element(name), at: tag)
    }

    private func text(_ characters: UnsafePointer<xmlChar>?, _ count: Int32) {
        let text = UnsafeBufferPointer(start: characters, count: Int(count))
        builder.text(text, before: offset)
    }

    /// libxml2 tells an end tag that it cannot match only as an error.
    private func error(_ error: xmlErrorPtr?) {
        guard let error = error?.pointee, error.domain == Int32(XML_FROM_HTML.rawValue),
            error.code == Int32(XML_ERR_TAG_NAME_MISMATCH.rawValue), let name = error.str1
        else { return }
        name.withMemoryRebound(to: xmlChar.self, capacity: strlen(name)) { end($0) }
    }

    /// Where the tag begins that ends at `offset`; nil if libxml2 has inferred it.
    private func tagStart(before offset: Int, named name: UnsafePointer<xmlChar>, isClosing: Bool) -> Int? {
        let length = strlen(UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self))
        var index = min(offset, source.count) - 1
        while index >= lastTagEnd {
            defer { index -= 1 }
            guard source[index] == UInt8(ascii: "<") else { continue }
            var nameStart = index + 1
            if nameStart < source.count, source[nameStart] == UInt8(ascii: "/") {
                guard isClosing else { return nil }
                nameStart += 1
            } else if isClosing {
                return nil
            }
            if isName(name, length, at: nameStart) { return index }
            if isClosing { return nil }
        }
        return nil
    }

    /// Whether the whole name at `start` is `name`, which is in lower case.
    private func isName(_ name: UnsafePointer<xmlChar>, _ length: Int, at start: Int) -> Bool {
        guard start + length <= source.count else { return false }
        for step in 0..<length {
            guard source[start + step].lowercased == name[step] else { return false }
        }
        guard start + length < source.count else { return true }
        let next = source[start + length]
        return next <= 0x20 || next == UInt8(ascii: ">") || next == UInt8(ascii: "/")
    }

    /// Keeps libxml2's own stack of names short: it is searched from end to end for each stray end tag.
    private func forgetOuterElements() {
        let count = Int(context.pointee.nameNr)
        guard count > 512, let names = context.pointee.nameTab else { return }
        let kept = 256
        for index in 0..<kept { names[index] = names[count - kept + index] }
        context.pointee.nameNr = Int32(kept)
    }
}

private func tokenizer(from context: UnsafeMutableRawPointer?) -> HTMLTokenizer {
    // Set by `run()` as the parser's user data, and alive as long as the parser runs.
    Unmanaged<HTMLTokenizer>.fromOpaque(context.unsafelyUnwrapped).takeUnretainedValue()
}
