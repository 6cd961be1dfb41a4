/// Why a body that came with status 200 is taken for something else than the page: a place to log in, a question whether a person
/// is asking, a shell that scripts would fill, a page that was cut off.
///
/// It goes by the shape alone, beside that of the copy which stands; what such pages say differs from site to site and from day to
/// day.
enum PageDoubt: Sendable, Hashable {
    case empty
    case asksForPassword
    case sendsOn(to: String)
    case unlisted
    case cutOff
    case lostStructure
    case shrunk(from: Int, to: Int)
    case becameHTML

    /// What speaks against a page of `new` shape; nil for nothing.
    /// - Parameter old: The shape of the copy; nil for a page that is fetched for the first time.
    init?(of new: PageShape, after old: PageShape?) {
        if new.text < Self.leastText, new.tables == 0 {
            if let target = new.target { self = .sendsOn(to: target) } else { self = .empty }
        } else if let old, !old.isHTML, new.isWholePage {
            self = .becameHTML
        } else if new.asksForPassword, old?.asksForPassword != true, Self.isPoorer(new, than: old) {
            self = .asksForPassword
        } else if let target = new.target, !new.isStructured {
            self = .sendsOn(to: target)
        } else if let old, old.isClosed, !new.isClosed {
            self = .cutOff
        } else if let old, old.isStructured, !new.isStructured {
            self = .lostStructure
        } else if let old, old.text >= Self.muchText, new.text < old.text / 10 {
            self = .shrunk(from: old.text, to: new.text)
        } else if new.isUnlisted, old?.isUnlisted != true, new.text < Self.muchText, Self.isPoorer(new, than: old) {
            self = .unlisted
        } else {
            return nil
        }
    }

    /// Shorter than any sentence that names a requirement.
    private static let leastText = 32
    /// More than a page says that only sends people away.
    private static let muchText = 1000

    /// Whether less can stand in `new` than in the copy, or where there is none, than in any page worth following.
    private static func isPoorer(_ new: PageShape, than old: PageShape?) -> Bool {
        guard let old else { return new.tables == 0 && new.text < 2 * muchText }
        return new.tables < old.tables || new.listItems < old.listItems || new.text < old.text / 2
    }
}
