public import RequirementModel
public import TransformerKit

/// The flat view for spreadsheets: `catalog.csv`, one line per atom, RFC 4180.
///
/// The columns and lines are those of `requisite extract --format csv`. Cells that a spreadsheet would run as a formula
/// begin with an apostrophe, as `SpreadsheetCell` says. Row records have no atoms and stand in the other catalogs.
public struct CatalogCSV: Transformer {
    /// What it emits.
    public static let descriptor = TransformerDescriptor(
        name: "catalog-csv", version: "1.0.0",
        summary: "The flat view: one line per destination, transport and port, safe to open in a spreadsheet.",
        formats: ["text/csv"],
        expresses: .requirements("every network requirement, as the atoms of the flat view"), readsHistory: false)

    /// A transformer without options.
    public init(options: OptionValues) {}

    /// The flat view of the release.
    public func transform(_ release: Release) -> Transformation {
        let records = release.recordsInReadingOrder.filter { $0.network != nil }
        let csv = FlatView.csv(records, field: SpreadsheetCell.defused)
        return Transformation(
            artifacts: [Artifact(path: "catalog.csv", contents: csv)], expressed: Set(records.map(\.id)))
    }
}
