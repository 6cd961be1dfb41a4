/// Which last labels make a dotted word a host name, and which make it something else.
///
/// Top-level domains are those of the IANA root zone that documents use; every two-letter one counts unless it is better
/// known as a file's extension. Suffixes such as `.local` and `.internal` are in use inside networks (RFC 6762, RFC 9476).
enum DomainVocabulary {
    /// How likely the last label of a dotted word makes it a host name.
    enum Suffix: Sendable {
        /// A top-level domain.
        case domain
        /// A top-level domain that is a file extension as well: the rest of the word must speak for a name.
        case ambiguous
    }

    /// The suffix that the label in `range` is; nil for what is no domain.
    static func suffix(of text: Span<UInt8>, _ range: Range<Int>) -> Suffix? {
        if let known = table.value(of: text, range) { return known }
        return range.count == 2 && range.allSatisfy({ ASCII.isLetter(text[$0]) }) ? .domain : nil
    }

    private static let table: WordTable<Suffix> = WordTable(
        domains.split(separator: " ").map { (word: String($0), value: .domain) }
            + ambiguous.split(separator: " ").map { (word: String($0), value: .ambiguous) })

    private static let domains = """
        com net org edu gov mil int info biz name arpa aero asia cat coop jobs mobi museum post pro tel travel xxx \
        app dev cloud online site website space tech store shop blog page live news media email chat social network \
        systems solutions services support software technology digital agency company consulting computer codes \
        engineering foundation global group health host hosting house inc international land legal life link ltd \
        market microsoft azure aws amazon apple google goog youtube android bing office windows skype xbox ibm \
        oracle cisco dell intel samsung sap security run science server studio team today tools top town university \
        vip wiki win work works world xyz zone local internal lan corp home intranet private localdomain example \
        test invalid onion cluster svc gdn ink icu club download bot direct express exchange tips trade training \
        ventures rocks red place photos pictures partners money management builders camera capital care careers cash \
        cheap church claims clinic clothing coach community contractors delivery dental diamonds dentist energy \
        engineer enterprises estate farm fashion film fish fitness flights florist football forum fund fyi gallery \
        garden gifts glass gratis haus healthcare holdings holiday immo industries institute insure investments \
        jetzt kitchen lease limited loan loans maison marketing mba moda mortgage navy ninja observer ooo \
        photography plus press productions pub rentals republican restaurant reviews sale salon schule singles \
        soccer solar surgery taxi tennis theater tires vacations vet villas vote voyage webcam finance financial \
        bank insurance earth eco green education academy school center click cool dog fun games game gold guru pri \
        priv intra dmz guide city country berlin london nyc paris tokyo swiss africa ai
        """

    private static let ambiguous = """
        sh md py rs pl cs so ps rb ts js go mk cc am st to in is as at do it by me no id my be la so ml gz zip mov tv \
        br cfg build contact events expert help how parts report rest save show style supply video watch
        """
}
