/// Why a row, item or line is in no record.
enum SkipReason: String, Sendable {
    case isEmpty = "it is empty"
    case headsOthers = "it heads the rows below it"
    case isRemark = "it is a remark on the others"
    case namesNothing = "it names neither destination nor port"
    case namesSourceOnly = "it names only where traffic comes from"
    case isNotRequired = "it says that nothing need be allowed"
    case isExample = "it shows an example"
    case isSentence = "it is running text"
    case isStatement = "what it says holds for the others"
    case isNotAboutNetwork = "it does not say what must be reachable"
    case isTooDeep = "it is nested too deeply"
}
