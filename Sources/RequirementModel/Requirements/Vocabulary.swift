/// Microsoft's clouds, by the names that `az cloud list` prints.
public enum Cloud: String, Sendable, Hashable, CaseIterable, Comparable {
    case global = "AzureCloud"
    case china = "AzureChinaCloud"
    case usGovernment = "AzureUSGovernment"

    /// Global first, as documents list them.
    public static func < (left: Self, right: Self) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}

/// Which way traffic flows, seen from the thing the document is about.
public enum Direction: String, Sendable, Hashable, CaseIterable {
    case outbound, inbound, both
}

/// What a rule does with the traffic.
public enum Access: String, Sendable, Hashable, CaseIterable {
    case allow, deny
}

/// How much the product depends on it.
public enum Necessity: String, Sendable, Hashable, CaseIterable {
    case required, recommended, optional
}
