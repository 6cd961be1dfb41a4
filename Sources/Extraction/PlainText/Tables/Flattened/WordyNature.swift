/// What a column of plain words holds.
enum WordyNature {
    /// Sources or destinations.
    case place
    /// A source and a destination with an arrow between them.
    case flow
    /// Short names of other things: services, regions.
    case term
    /// Descriptions.
    case description

    /// The nature of `column`.
    init(_ column: HeaderLine.Column) {
        switch column.content {
        case .party: self = column.role == .direction || column.role == nil ? .flow : .place
        case .name: self = .term
        default:
            switch column.role {
            case .service, .name, .cloud, .region: self = .term
            default: self = .description
            }
        }
    }

    /// What an empty cell costs.
    var empty: Int {
        switch self {
        case .place: -16
        case .flow: -20
        case .term: -12
        case .description: -9
        }
    }

    /// Whether its cells are phrases that come again in other rows.
    var recurs: Bool { self == .place || self == .term }
}
