/// What curl is told on its standard input: not on its command line, which everyone on the machine can read.
struct CurlConfiguration {
    /// The user agent: the tool's name, version and address.
    var agent: String
    var limits: WebLimits
    /// What parts an answer's body from curl's report of it: made up for each process, so that no server knows it.
    var mark: String

    /// Options of the whole process, no `.curlrc` among them, which would hold for the first page alone. Proxies and certificates come
    /// from the environment, passwords from `.netrc`.
    static let arguments = ["--disable", "--silent", "--globoff", "--fail-early", "--config", "-"]

    /// The configuration that asks for `requests`, one after the other, over one connection a host.
    func text(for requests: some Collection<PageRequest>) -> [UInt8] {
        var text = ""
        for (index, request) in requests.enumerated() {
            // Options hold for one page, up to this.
            if index > 0 { text += "next\n" }
            text += "url = \(Self.quoted(request.address.description))\n"
            if let tag = request.entityTag { text += "header = \(Self.quoted("If-None-Match: \(tag)"))\n" }
            if let date = request.lastModified { text += "header = \(Self.quoted("If-Modified-Since: \(date)"))\n" }
            text += options
            // This machine's own pages lie behind no proxy, and its servers need no pause.
            text += request.address.isLoopback ? "noproxy = \"*\"\n" : "rate = \(Self.requestsASecond)/s\n"
        }
        return Array(text.utf8)
    }

    /// Redirects are not followed: where to is looked at first.
    private var options: String {
        """
        user-agent = \(Self.quoted(agent))
        header = "Accept: text/html, application/xhtml+xml, text/markdown, text/plain;q=0.9"
        header = "Accept-Language: en"
        compressed
        fail
        netrc-optional
        proto = "http,https"
        tlsv1.2
        connect-timeout = \(limits.secondsToConnect)
        max-time = \(limits.seconds)
        max-filesize = \(limits.bytes)
        write-out = "\\n\(mark)%{json}\\n%{header_json}\\n\(mark)\\n"

        """
    }

    private static let requestsASecond = 5

    /// A value in quotes; what would end it or its line is escaped or left out.
    private static func quoted(_ value: String) -> String {
        var quoted = "\""
        for byte in value.unicodeScalars where byte.value >= 0x20 && byte.value != 0x7F {
            if byte == "\"" || byte == "\\" { quoted += "\\" }
            quoted.unicodeScalars.append(byte)
        }
        return quoted + "\""
    }
}
