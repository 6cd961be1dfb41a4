/// The kinds of changes: the field `id` of the diff format. Scripts match on these names, so they never change.
///
/// Every kind has a twin, the kind that the reverse comparison gives.
public enum ChangeRule: String, Sendable, Hashable, CaseIterable {
    /// A requirement that no record stated before.
    case requirementAdded = "requirement-added"
    /// A requirement that no record states any more.
    case requirementRemoved = "requirement-removed"
    /// A part of a record became a record of its own.
    case requirementSplit = "requirement-split"
    /// A record became a part of another.
    case requirementMerged = "requirement-merged"
    /// A row of a table that is not about the network came.
    case rowAdded = "row-added"
    /// A row of a table that is not about the network went.
    case rowRemoved = "row-removed"
    /// What must be blocked must be allowed now.
    case denyTurnedAllow = "deny-turned-allow"
    /// What must be allowed must be blocked now.
    case allowTurnedDeny = "allow-turned-deny"
    /// The traffic flows another way.
    case directionChanged = "direction-changed"
    /// It is for another cloud.
    case cloudChanged = "cloud-changed"
    /// It names other destinations.
    case destinationChanged = "destination-changed"
    /// It names other paths of a URL.
    case pathChanged = "path-changed"
    /// It names other sources.
    case sourceChanged = "source-changed"
    /// It names other protocols of layer 4.
    case transportChanged = "transport-changed"
    /// It names other ports.
    case portChanged = "port-changed"
    /// It names other protocols of layer 7.
    case applicationChanged = "application-changed"
    /// Other destinations are alternatives to each other.
    case alternativesChanged = "alternatives-changed"
    /// The product depends on it more than before.
    case necessityRaised = "necessity-raised"
    /// The product depends on it less than before.
    case necessityLowered = "necessity-lowered"
    /// It applied always and has a condition now.
    case conditionAdded = "condition-added"
    /// It had a condition and applies always now.
    case conditionRemoved = "condition-removed"
    /// It has another condition.
    case conditionChanged = "condition-changed"
    /// A security rule has another priority.
    case priorityChanged = "priority-changed"
    /// A security rule has another name.
    case nameChanged = "name-changed"
    /// A row of a table that is not about the network says something else.
    case rowChanged = "row-changed"
    /// It stands under another heading.
    case sectionRenamed = "section-renamed"
    /// It stands in another document.
    case documentRenamed = "document-renamed"
    /// Its purpose reads differently.
    case purposeChanged = "purpose-changed"
    /// It lists the same in another order.
    case destinationsReordered = "destinations-reordered"
    /// It stands elsewhere in its document.
    case recordMoved = "record-moved"

    /// The kind of the reverse change.
    public var twin: ChangeRule {
        switch self {
        case .requirementAdded: .requirementRemoved
        case .requirementRemoved: .requirementAdded
        case .requirementSplit: .requirementMerged
        case .requirementMerged: .requirementSplit
        case .rowAdded: .rowRemoved
        case .rowRemoved: .rowAdded
        case .denyTurnedAllow: .allowTurnedDeny
        case .allowTurnedDeny: .denyTurnedAllow
        case .necessityRaised: .necessityLowered
        case .necessityLowered: .necessityRaised
        case .conditionAdded: .conditionRemoved
        case .conditionRemoved: .conditionAdded
        case .directionChanged, .cloudChanged, .destinationChanged, .pathChanged, .sourceChanged, .transportChanged,
            .portChanged, .applicationChanged, .alternativesChanged, .conditionChanged, .priorityChanged, .nameChanged,
            .rowChanged, .sectionRenamed, .documentRenamed, .purposeChanged, .destinationsReordered, .recordMoved:
            self
        }
    }
}
