/// What the cells of a column say about a requirement.
enum ColumnRole: String, Sendable, Hashable, CaseIterable {
    /// Where traffic comes from.
    case source
    /// Where traffic goes to.
    case destination
    /// One end or the other, as the row's direction tells.
    case sourceOrDestination = "source or destination"
    /// Both ends, an arrow between them.
    case flow = "source and destination"
    /// Addresses, names or tags of which the header does not say which end they are.
    case endpoint
    /// Azure service tags that stand for the addresses in another column.
    case serviceTag = "service tag"
    /// Ports at the destination.
    case port
    /// Ports at the source, which no record keeps.
    case sourcePort = "source port"
    /// Protocols of either layer, possibly with a port (`HTTPS:443`).
    case `protocol`
    /// The layer below, where another column gives the application's protocol.
    case transport
    /// Protocols together with ports.
    case protocolAndPort = "protocol and port"
    /// Ports of which the header says that they are TCP.
    case tcpPort = "TCP port"
    /// Ports of which the header says that they are UDP.
    case udpPort = "UDP port"
    /// Outbound or inbound.
    case direction
    /// Marks (or ports) of what is inbound.
    case inbound
    /// Marks (or ports) of what is outbound.
    case outbound
    /// A service, feature or component that the row is about: the application's protocol when it is exactly one's name.
    case service
    /// What the requirement is for.
    case purpose
    /// When the requirement applies.
    case condition
    /// Whether it is required, recommended or optional.
    case necessity
    /// Allow or deny.
    case access
    /// A security rule's priority.
    case priority
    /// A security rule's name.
    case name
    /// A cloud.
    case cloud
    /// A region or location.
    case region
    /// Remarks.
    case note
}
