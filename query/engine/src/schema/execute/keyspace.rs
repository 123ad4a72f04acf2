//! CREATE, ALTER and DROP KEYSPACE.

use cqlite_cql::ast::CreateKeyspace;

use crate::schema::context::Context;
use crate::schema::java_order;
use crate::schema::metadata::{Catalog, Keyspace};
use crate::schema::options::Source;
use crate::schema::properties::Properties;
use crate::schema::refuse::{configuration, invalid};
use crate::Result;

const OPTIONS: [&str; 2] = ["durable_writes", "replication"];
const PACKAGE: &str = "org.apache.cassandra.locator.";
const FACTOR: &str = "replication_factor";

pub(super) fn create(catalog: &mut Catalog, create: &CreateKeyspace, context: Context<'_>) -> Result<()> {
    let name = &create.name.text;
    let properties = Properties::new(&create.properties)?;
    context.modifiable(name)?;
    let replication = checked(&properties, context)?;
    let Some(replication) = replication else { return invalid("Missing mandatory option 'replication'") };
    // A file that creates it after something else in it knows what it is.
    let is_implied =
        context.source == Source::File && catalog.keyspaces.get(name).is_some_and(|own| own.replication.is_empty());
    if catalog.keyspaces.contains_key(name) && !is_implied {
        return match create.conditional {
            true => Ok(()),
            false => configuration(format!("Cannot add existing keyspace \"{name}\"")),
        };
    }
    let durable_writes = properties.boolean("durable_writes")?.unwrap_or(true);
    let replication = read(name, replication, &[], context)?;
    let keyspace =
        catalog.keyspaces.entry(name.clone()).or_insert_with(|| Keyspace { name: name.clone(), ..Default::default() });
    (keyspace.replication, keyspace.durable_writes) = (replication, durable_writes);
    Ok(())
}

pub(super) fn alter(catalog: &mut Catalog, alter: &CreateKeyspace, context: Context<'_>) -> Result<()> {
    let name = &alter.name.text;
    let properties = Properties::new(&alter.properties)?;
    context.modifiable(name)?;
    let replication = checked(&properties, context)?;
    let Some(keyspace) = catalog.keyspaces.get_mut(name) else {
        return match alter.conditional {
            true => Ok(()),
            false => invalid(format!("Keyspace '{name}' doesn't exist")),
        };
    };
    let durable_writes = properties.boolean("durable_writes")?.unwrap_or(keyspace.durable_writes);
    if let Some(replication) = replication.filter(|map| !map.is_empty()) {
        keyspace.replication = read(name, replication, &keyspace.replication, context)?;
    }
    keyspace.durable_writes = durable_writes;
    Ok(())
}

pub(super) fn drop(catalog: &mut Catalog, name: &str, if_exists: bool, context: Context<'_>) -> Result<()> {
    context.modifiable(name)?;
    match catalog.keyspaces.remove(name) {
        None if !if_exists => invalid(format!("Keyspace '{name}' doesn't exist")),
        _ => Ok(()),
    }
}

/// `KeyspaceAttributes.validate`
fn checked<'p>(properties: &'p Properties, context: Context<'_>) -> Result<Option<&'p [(String, String)]>> {
    if context.source == Source::Statement {
        properties.only(&OPTIONS)?;
    }
    let replication = properties.map("replication")?;
    match replication {
        Some(map) if !map.is_empty() && !map.iter().any(|(key, _)| key == "class") => {
            configuration("Missing replication strategy class")
        }
        other => Ok(other),
    }
}

/// The replication of a keyspace of `system_schema`.
pub(in crate::schema) fn replication(
    keyspace: &str,
    map: &[(String, String)],
    context: Context<'_>,
) -> Result<Vec<(String, String)>> {
    read(keyspace, map, &[], context)
}

/// The replication as it is kept: the class by the name that DESCRIBE prints, then its options in Java's order.
fn read(
    keyspace: &str,
    map: &[(String, String)],
    previous: &[(String, String)],
    context: Context<'_>,
) -> Result<Vec<(String, String)>> {
    let class = map.iter().find(|(key, _)| key == "class").map(|(_, class)| class.as_str()).unwrap_or_default();
    let full = if class.contains('.') { class.to_owned() } else { format!("{PACKAGE}{class}") };
    let simple = full.strip_prefix(PACKAGE).unwrap_or(&full).to_owned();
    let mut options: Vec<(String, String)> = map.iter().filter(|(key, _)| key != "class").cloned().collect();
    if context.source == Source::Statement {
        check(keyspace, &simple, &full, &options)?;
    }
    if simple == "SimpleStrategy" && !options.iter().any(|(key, _)| key == FACTOR) {
        let before = previous.iter().find(|(key, _)| key == FACTOR).map(|(_, factor)| factor.clone());
        options.push((FACTOR.to_owned(), before.unwrap_or_else(|| "1".to_owned())));
    }
    if simple == "NetworkTopologyStrategy" && context.source == Source::Statement {
        expand(&mut options, previous);
    }
    options.sort();
    java_order::sort_copied(&mut options, map.len(), |(key, _)| java_order::of_text(key));
    options.insert(0, ("class".to_owned(), simple));
    Ok(options)
}

/// A factor for all datacenters is one for each that is known: those of before, or that of a node by itself.
fn expand(options: &mut Vec<(String, String)>, previous: &[(String, String)]) {
    let Some(at) = options.iter().position(|(key, _)| key == FACTOR) else { return };
    let (_, factor) = options.remove(at);
    let known: Vec<&str> =
        previous.iter().map(|(key, _)| key.as_str()).filter(|key| ![FACTOR, "class"].contains(key)).collect();
    let known = if known.is_empty() { vec!["datacenter1"] } else { known };
    for name in known {
        if !options.iter().any(|(key, _)| key == name) {
            options.push((name.to_owned(), factor.clone()));
        }
    }
}

/// What Cassandra refuses of a strategy.
fn check(keyspace: &str, simple: &str, full: &str, options: &[(String, String)]) -> Result<()> {
    match simple {
        "LocalStrategy" => {
            return invalid("Unable to use given strategy class: LocalStrategy is reserved for internal use.")
        }
        "SimpleStrategy" | "NetworkTopologyStrategy" => {}
        "OldNetworkTopologyStrategy" | "EverywhereStrategy" | "MetaStrategy" => {}
        _ => return configuration(format!("Unable to find replication strategy class '{full}'")),
    }
    for (_, factor) in options {
        let parts: Vec<&str> = factor.split('/').collect();
        let number = parts[0].parse::<i32>();
        match number {
            Err(_) => return configuration(format!("For input string: \"{}\"", parts[0])),
            Ok(number) if number < 0 => {
                return configuration(format!("Replication factor must be non-negative, found {number}"))
            }
            Ok(_) if parts.len() > 1 => return configuration("Transient replication is not enabled on this node"),
            Ok(_) => {}
        }
    }
    match options.iter().find(|(key, _)| simple == "SimpleStrategy" && key != FACTOR) {
        Some((key, _)) => configuration(format!(
            "Unrecognized strategy option {{{key}}} passed to SimpleStrategy for keyspace {keyspace}"
        )),
        None if simple == "NetworkTopologyStrategy" && options.is_empty() => {
            configuration("Configuration for at least one datacenter must be present")
        }
        None => Ok(()),
    }
}
