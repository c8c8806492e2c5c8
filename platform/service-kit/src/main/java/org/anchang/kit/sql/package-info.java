/// The one way to the database for statements; aggregates go through JPA.
///
/// - parameters have names (`:unit`) and rows are records, by name: column `expires_at` to component `expiresAt`
/// - a column that the record does not have, or a component without a column, is an error
/// - a component that is a record itself takes its columns from the same row; [Prefix] gives them one, where both have
///   an `id`
/// - a statement stands as a constant where it is used, or in the one place of its feature; it names the tables of its
///   own package and the views that others publish (tables have owners, which a test keeps)
package org.anchang.kit.sql;
