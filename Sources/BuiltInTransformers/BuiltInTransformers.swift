// The one list of the transformers that come with Requisite: one line for each folder `Plugins/*Transformer`.

internal import CatalogCSVTransformer
internal import CatalogJSONTransformer
internal import ChangelogJSONTransformer
internal import ChangelogMarkdownTransformer
public import TransformerKit

/// The transformers that come with Requisite.
public let registry = TransformerRegistry([
    CatalogCSV.self,
    CatalogJSON.self,
    ChangelogJSON.self,
    ChangelogMarkdown.self,
])
