// The one list of the transformers that come with Requisite: one line for each folder `Plugins/*Transformer`.

internal import CatalogJSONTransformer
public import TransformerKit

/// The transformers that come with Requisite.
public let registry = TransformerRegistry([
    CatalogJSON.self
])
