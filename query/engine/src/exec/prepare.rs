//! A SELECT with all its names looked up, as Cassandra prepares it (`SelectStatement.RawStatement.prepare`).

use cqlite_cql::ast::{Expr, Select, Selection as Selected};
use cqlite_runtime::marshal::{MarshalType, NativeType};

use super::group::Grouping;
use super::ResultColumn;
use crate::read::Shape;
use crate::restrict::{clustering_columns, orderings, Asked, Ordered, Restrictions, REQUIRES_ALLOW_FILTERING};
use crate::schema::{ColumnKind, TableKind, TableMetadata};
use crate::scope::Scope;
use crate::select::{Selectable, Selection, Selector};
use crate::term::{Receiver, Term};
use crate::{QueryError, Result};

/// A SELECT that can be run.
pub(crate) struct Prepared<'t> {
    pub(crate) table: &'t TableMetadata,
    pub(crate) shape: Shape,
    pub(crate) json: bool,
    pub(crate) distinct: bool,
    pub(crate) selection: Selection,
    pub(crate) restrictions: Restrictions,
    pub(crate) grouping: Option<Grouping>,
    /// Rows of each partition are read from its last to its first.
    pub(crate) reversed: bool,
    pub(crate) ordering: Vec<Ordered>,
    /// Rows of all columns as JSON are sorted by their text: Cassandra has nothing else of them where keys are given by IN.
    pub(crate) sorts_json: bool,
    pub(crate) limit: Option<Term>,
    pub(crate) per_partition_limit: Option<Term>,
}

impl<'t> Prepared<'t> {
    pub(crate) fn new(select: &Select, table: &'t TableMetadata, scope: Scope<'_>, text: &str) -> Result<Prepared<'t>> {
        if let Some(option) = select.options.first() {
            return Err(QueryError::unsupported(format!("WITH {}: options of SELECT are not supported", option.name))
                .at(option.name.span));
        }
        // Cassandra looks at what is selected before WHERE only where static columns may be all of it.
        let only_static = selects_only_static(select, table, scope)?;
        let ordering = orderings(table, &select.order_by, scope)?;
        let asked = Asked { only_static, allow_filtering: select.allow_filtering };
        let restrictions = Restrictions::new(table, &select.relations, &ordering, &asked, scope, text)?;
        let selection = Selection::new(&select.selection, table, !select.group_by.is_empty(), scope)?;
        if select.distinct {
            if select.per_partition_limit.is_some() {
                return Err(QueryError::invalid("PER PARTITION LIMIT is not allowed with SELECT DISTINCT queries"));
            }
            let ordered: &[Ordered] = if restrictions.key_is_in() { &ordering } else { &[] };
            check_distinct(table, &selection, ordered, &restrictions)?;
        }
        let grouping = grouping(select, table, &selection, &restrictions, scope)?;
        if matches!(grouping, Some(Grouping::Everything)) && select.per_partition_limit.is_some() {
            return Err(QueryError::invalid("PER PARTITION LIMIT is not allowed with aggregate queries."));
        }
        let is_ann = ordering.iter().any(|one| one.ann_of.is_some());
        let mut reversed = false;
        if !ordering.is_empty() && !is_ann {
            if restrictions.uses_index {
                return Err(QueryError::invalid(
                    "ORDER BY with 2ndary indexes is not supported, except for ANN queries.",
                ));
            }
            if restrictions.is_key_range {
                return Err(QueryError::invalid(
                    "ORDER BY is only supported when the partition key is restricted by an EQ or an IN.",
                ));
            }
            reversed = is_reversed(table, &ordering, &restrictions)?;
        }
        let asks_range = restrictions.is_key_range || restrictions.uses_index;
        if !select.allow_filtering && asks_range && restrictions.needs_filtering(table) {
            return Err(QueryError::invalid(REQUIRES_ALLOW_FILTERING));
        }
        let limit = limit(select.limit.as_ref(), "[limit]", scope)?;
        let per_partition_limit = limit_of_partition(select, scope)?;
        if is_ann {
            check_ann(select, grouping.is_some(), limit.as_ref())?;
        }
        if let Some(Grouping::Prefix { function: Some(function), .. }) = &grouping {
            check_monotonic(function)?;
        }
        Ok(Prepared {
            table,
            shape: shape(table, scope),
            json: select.json,
            distinct: select.distinct,
            selection,
            restrictions,
            grouping,
            reversed,
            sorts_json: select.json
                && matches!(select.selection, Selected::All)
                && select.group_by.is_empty()
                && !has_masks(table),
            ordering,
            limit,
            per_partition_limit,
        })
    }

    /// The types of what rows are sorted by.
    pub(crate) fn sorted_types(&self) -> Vec<MarshalType> {
        let ty = |one: &Ordered| self.table.columns[one.column].ty.clone();
        match (self.sorts_json, self.ordering.first()) {
            (true, Some(first)) if ty(first).is_reversed() => {
                vec![MarshalType::Reversed(Box::new(NativeType::Bytes.into()))]
            }
            (true, _) => vec![NativeType::Bytes.into()],
            (false, _) => self.ordering.iter().map(ty).collect(),
        }
    }

    /// The columns of the answer.
    pub(crate) fn columns(&self) -> Vec<ResultColumn> {
        if self.json {
            return vec![ResultColumn { name: "[json]".to_owned(), ty: NativeType::Utf8.into() }];
        }
        self.selection.columns.iter().map(|(name, ty)| ResultColumn { name: name.clone(), ty: ty.clone() }).collect()
    }
}

/// The most rows that ANN OF gives (`Top-K`).
const MOST_NEAREST: i32 = 1000;

/// What a storage-attached index refuses of ANN OF (`StorageAttachedIndexQueryPlan`).
fn check_ann(select: &Select, is_aggregate: bool, limit: Option<&Term>) -> Result<()> {
    let value = limit.and_then(Term::value).and_then(|value| value.as_deref());
    let number = value.and_then(|bytes| <[u8; 4]>::try_from(bytes).ok()).map(i32::from_be_bytes);
    if limit.is_none() {
        return Err(QueryError::invalid(
            "Top-K queries must have a limit specified and the limit must be less than the query page size",
        ));
    }
    if let Some(shown) = number.filter(|number| *number > MOST_NEAREST) {
        return Err(QueryError::invalid(format!(
            "Use of ANN OF in an ORDER BY clause requires a LIMIT that is not greater than {MOST_NEAREST}. LIMIT was {shown}"
        )));
    }
    if select.per_partition_limit.is_some() {
        return Err(QueryError::invalid("Top-K queries do not support per-partition limits"));
    }
    if is_aggregate {
        return Err(QueryError::invalid("Top-K queries can not be run with aggregation"));
    }
    Ok(())
}

fn has_masks(table: &TableMetadata) -> bool {
    table.columns.iter().any(|column| column.mask.is_some())
}

fn shape(table: &TableMetadata, scope: Scope<'_>) -> Shape {
    let base = match &table.kind {
        TableKind::Table => None,
        TableKind::View { base, .. } => scope.cx.catalog.table(&table.keyspace, base),
    };
    let is_base_key =
        |name: &str| base.is_some_and(|base| base.column(name).is_some_and(|column| column.is_primary_key()));
    Shape {
        has_one_key_column: table.partition_key().count() == 1,
        is_strict: base.is_some()
            && table.partition_key().chain(table.clustering()).any(|column| !is_base_key(&column.name)),
    }
}

fn limit_of_partition(select: &Select, scope: Scope<'_>) -> Result<Option<Term>> {
    limit(select.per_partition_limit.as_ref(), "[per_partition_limit]", scope)
}

fn limit(expr: Option<&Expr>, name: &str, scope: Scope<'_>) -> Result<Option<Term>> {
    let ty = MarshalType::Native(NativeType::Int32);
    expr.map(|expr| scope.term(expr, &Receiver::new(name, &ty))).transpose()
}

fn selects_only_static(select: &Select, table: &TableMetadata, scope: Scope<'_>) -> Result<bool> {
    if !table.has_static_columns() || table.is_static_compact() {
        return Ok(false);
    }
    let selects = |is: &dyn Fn(usize) -> bool| Selection::selects(&select.selection, table, scope, is);
    let kind = |index: usize| table.columns[index].kind;
    Ok(selects(&|index| kind(index) == ColumnKind::Static)?
        && !selects(&|index| !matches!(kind(index), ColumnKind::Static | ColumnKind::PartitionKey(_)))?)
}

fn check_distinct(
    table: &TableMetadata,
    selection: &Selection,
    ordered: &[Ordered],
    restrictions: &Restrictions,
) -> Result<()> {
    let all_static = restrictions.other_columns().all(|column| table.columns[column].kind == ColumnKind::Static);
    if restrictions.has_clustering() || !all_static {
        return Err(QueryError::invalid(
            "SELECT DISTINCT with WHERE clause only supports restriction by partition key and/or static columns.",
        ));
    }
    let is_key = |column: &usize| matches!(table.columns[*column].kind, ColumnKind::PartitionKey(_));
    if let Some(other) =
        // What rows are sorted by is selected too.
        selection
            .used
            .iter()
            .copied()
            .chain(ordered.iter().map(|one| one.column))
            .find(|column| !is_key(column) && table.columns[*column].kind != ColumnKind::Static)
    {
        return Err(QueryError::invalid(format!(
            "SELECT DISTINCT queries must only request partition key columns and/or static columns (not {})",
            table.columns[other].name
        )));
    }
    if !restrictions.is_key_range {
        return Ok(());
    }
    match (0..table.columns.len()).filter(is_key).find(|column| !selection.used.contains(column)) {
        Some(missing) => Err(QueryError::invalid(format!(
            "SELECT DISTINCT queries must request all the partition key columns (missing {})",
            table.columns[missing].name
        ))),
        None => Ok(()),
    }
}

/// GROUP BY, or what aggregates without it make of all rows.
fn grouping(
    select: &Select,
    table: &TableMetadata,
    selection: &Selection,
    restrictions: &Restrictions,
    scope: Scope<'_>,
) -> Result<Option<Grouping>> {
    if select.group_by.is_empty() {
        return Ok(selection.is_aggregate.then_some(Grouping::Everything));
    }
    let key: Vec<usize> = (0..table.columns.len()).filter(|i| table.columns[*i].is_primary_key()).collect();
    let mut rest = key.iter().copied();
    let (mut prefix, mut function): (usize, Option<(Selector, usize)>) = (0, None);
    for expr in &select.group_by {
        let invalid = |message: String| Err(QueryError::invalid(message).at(expr.span));
        let selectable = Selectable::prepare(expr, table, scope)?;
        let column = match &selectable {
            Selectable::Column { index, .. } => {
                if !table.columns[*index].is_primary_key() {
                    return invalid(format!(
                        "Group by is currently only supported on the columns of the PRIMARY KEY, got {}",
                        table.columns[*index].name
                    ));
                }
                if function.is_some() {
                    return invalid(
                        "Functions are only supported on the last element of the GROUP BY clause".to_owned(),
                    );
                }
                *index
            }
            Selectable::Call { function: called, .. } => {
                if called.is_aggregate() {
                    return invalid(format!(
                        "Aggregate functions are not supported within the GROUP BY clause, got: {}",
                        called.full_name()
                    ));
                }
                let columns: Vec<usize> =
                    (0..table.columns.len()).filter(|i| selectable.selects(&|own| own == *i)).collect();
                let [column] = *columns else {
                    let names: Vec<&str> = columns.iter().map(|i| table.columns[*i].name.as_str()).collect();
                    return match names.is_empty() {
                        true => {
                            invalid("GROUP BY functions must have one clustering column name as parameter".to_owned())
                        }
                        false => invalid(format!(
                            "GROUP BY functions accept only one clustering column as parameter, got: {}",
                            names.join(",")
                        )),
                    };
                };
                if !matches!(table.columns[column].kind, ColumnKind::Clustering(_)) {
                    return invalid(format!(
                        "Group by functions are only supported on clustering columns, got {}",
                        table.columns[column].name
                    ));
                }
                function = Some((selectable.selector(None, scope)?.selector, column));
                column
            }
            _ => return invalid("GROUP BY takes columns and functions of them".to_owned()),
        };
        loop {
            let Some(next) = rest.next() else {
                return invalid("Group by currently only support groups of columns following their declared order in the PRIMARY KEY".to_owned());
            };
            prefix += usize::from(matches!(table.columns[next].kind, ColumnKind::Clustering(_)));
            if next == column {
                break;
            }
            if !restrictions.is_eq(next) {
                return invalid("Group by currently only support groups of columns following their declared order in the PRIMARY KEY".to_owned());
            }
        }
    }
    if rest.next().is_some_and(|next| matches!(table.columns[next].kind, ColumnKind::PartitionKey(_))) {
        return Err(QueryError::invalid("Group by is not supported on only a part of the partition key"));
    }
    if prefix > 0 && select.distinct {
        return Err(QueryError::invalid("Grouping on clustering columns is not allowed for SELECT DISTINCT queries"));
    }
    Ok(Some(Grouping::Prefix { length: prefix, function: function.map(|(selector, _)| Box::new(selector)) }))
}

/// Refuses functions by which rows cannot be grouped as they come (`validateForGroupBy`).
fn check_monotonic(selector: &Selector) -> Result<()> {
    match selector {
        Selector::Column(_) => Ok(()),
        Selector::Call { function, arguments } => {
            let constant: Vec<bool> = arguments.iter().map(|one| matches!(one, Selector::Term(_))).collect();
            if !function.is_monotonic(&constant) {
                return Err(QueryError::invalid(format!(
                    "Only monotonic functions are supported in the GROUP BY clause. Got: {} ",
                    function.signature(&constant)
                )));
            }
            let rest = arguments.iter().filter(|one| !matches!(one, Selector::Term(_)));
            rest.into_iter().try_for_each(check_monotonic)
        }
        _ => Err(QueryError::invalid(
            "Only column names and monotonic scalar functions are supported in the GROUP BY clause.",
        )),
    }
}

/// Whether ORDER BY is the opposite of the stored order.
fn is_reversed(table: &TableMetadata, ordering: &[Ordered], restrictions: &Restrictions) -> Result<bool> {
    let clustering = clustering_columns(table);
    let (mut next, mut all): (usize, Option<bool>) = (0, None);
    let mut seen: Vec<usize> = Vec::new();
    for one in ordering {
        if seen.contains(&one.column) {
            continue;
        }
        seen.push(one.column);
        let column = &table.columns[one.column];
        let ColumnKind::Clustering(position) = column.kind else {
            return Err(QueryError::invalid(format!(
                "Order by is currently only supported on the clustered columns of the PRIMARY KEY, got {}",
                column.name
            )));
        };
        let wrong = || {
            QueryError::invalid("Order by currently only supports the ordering of columns following their declared order in the PRIMARY KEY")
        };
        while next != position {
            let skipped = *clustering.get(next).ok_or_else(wrong)?;
            if !restrictions.is_eq(skipped) {
                return Err(wrong());
            }
            next += 1;
        }
        next += 1;
        let reversed = one.descending != column.is_reversed();
        if all.replace(reversed).is_some_and(|own| own != reversed) {
            return Err(QueryError::invalid("Unsupported order by relation"));
        }
    }
    Ok(all.unwrap_or(false))
}
