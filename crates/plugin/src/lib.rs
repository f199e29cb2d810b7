//! What a plugin author depends on: the contract, the export macro and builders for tests.
