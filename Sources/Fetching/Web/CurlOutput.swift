internal import RequirementModel

/// Cuts what curl writes into responses: each one's body, and behind it curl's report between two marks.
struct CurlOutput {
    private let mark: [UInt8]
    private let limit: Int
    /// What was received of the response at hand.
    private var received: [UInt8] = []
    /// How much of it was searched for the mark.
    private var searched = 0
    /// Where the report begins, once the first mark is there.
    private var report: Int?

    /// What is not curl's, or a curl's that does not know what it is asked for.
    struct Unreadable: Error {}

    /// - Parameters:
    ///   - mark: What stands before and behind each report, on lines of its own.
    ///   - limit: How many bytes a body may have.
    init(mark: String, limit: Int) {
        self.mark = Array("\n\(mark)".utf8)
        self.limit = limit
    }

    /// Whether more of a body has come than it may have.
    var isOverLimit: Bool { report == nil && received.count > limit + mark.count }

    /// Takes what curl wrote next.
    mutating func append(_ bytes: some Collection<UInt8>) { received += bytes }

    /// The next response, when it is there as a whole.
    mutating func next() throws(Unreadable) -> PageResponse? {
        while let found = nextMark() {
            guard let start = report else {
                report = found
                continue
            }
            let body = start <= limit ? received[..<start] : []
            var response: PageResponse
            do throws(JSONReader.Fault) {
                response = try Self.response(reported: Array(received[(start + mark.count)..<found]), body: Array(body))
            } catch {
                throw Unreadable()
            }
            response.isTooLarge = start > limit
            // The line end behind the mark belongs to it.
            received.removeFirst(min(found + mark.count + 1, received.count))
            (report, searched) = (nil, 0)
            return response
        }
        return nil
    }

    /// Where the mark stands next.
    private mutating func nextMark() -> Int? {
        while let index = received[searched...].firstIndex(of: mark[0]) {
            guard index + mark.count < received.count else {
                searched = index
                return nil
            }
            searched = index + 1
            if received[index..<(index + mark.count)].elementsEqual(mark) { return index }
        }
        searched = received.count
        return nil
    }

    private static func response(reported: [UInt8], body: [UInt8]) throws(JSONReader.Fault) -> PageResponse {
        var response = PageResponse(exitCode: -1, complaint: "", status: 0, fields: [:], peer: "", body: body)
        var reader = JSONReader(reported)
        try reader.beginObject()
        while let key = try reader.nextKey() {
            guard try !reader.null() else { continue }
            switch key {
            case "exitcode": response.exitCode = try reader.integer()
            case "errormsg": response.complaint = try reader.string()
            case "response_code": response.status = try reader.integer()
            case "http_connect": response.proxyStatus = try reader.integer()
            case "redirect_url": response.redirect = try reader.string()
            case "remote_ip": response.peer = try reader.string()
            default: try reader.skip()
            }
        }
        try reader.beginObject()
        while let key = try reader.nextKey() {
            response.fields[key] = try reader.strings().last
        }
        return response
    }
}
