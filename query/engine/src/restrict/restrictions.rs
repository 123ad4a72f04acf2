//! All conditions of a statement, and whether Cassandra takes them together (`StatementRestrictions`).

use std::rc::Rc;

use cqlite_cql::ast::{Direction, Operand, Relation, RelationKind};
use cqlite_runtime::marshal::{MarshalType, NativeType};

use super::index::{self, Group};
use super::relation::{existing, Reader, Restriction, Single, SliceTerms, Test};
use super::set::RestrictionSet;
use crate::schema::{ColumnKind, IndexMetadata, TableMetadata};
use crate::scope::Scope;
use crate::term::{Raw, Receiver, Term, Testable};
use crate::{QueryError, Result};

/// What Cassandra says of queries that read more than they give.
pub(crate) const REQUIRES_ALLOW_FILTERING: &str = "Cannot execute this query as it might involve data filtering and thus may have unpredictable performance. If you want to execute this query despite the performance unpredictability, use ALLOW FILTERING";

/// An ordering, with its column.
pub(crate) struct Ordered {
    pub(crate) column: usize,
    pub(crate) descending: bool,
    pub(crate) ann_of: Option<Term>,
}

/// The conditions of a SELECT.
pub(crate) struct Restrictions {
    pub(crate) partition: RestrictionSet,
    pub(crate) token: Option<SliceTerms<Term>>,
    token_is_eq: bool,
    pub(crate) clustering: RestrictionSet,
    pub(crate) others: RestrictionSet,
    /// Rows are looked for in all partitions, or in a range of them.
    pub(crate) is_key_range: bool,
    pub(crate) uses_index: bool,
    /// Which of the sets are checked row by row.
    filters_partition: bool,
    filters_clustering: bool,
    filters_others: bool,
    has_regular: bool,
}

/// `Relation.toString` of a column's.
fn relation_text(relation: &Relation, scope: Scope<'_>) -> Option<String> {
    let RelationKind::Column(name, operator, Operand::One(value)) = &relation.kind else { return None };
    Some(format!("{name} {operator} {}", Raw::new(value, scope.cx, scope.markers).text()))
}

/// What is asked for.
pub(crate) struct Asked {
    pub(crate) only_static: bool,
    pub(crate) allow_filtering: bool,
}

impl Restrictions {
    pub(crate) fn new(
        table: &TableMetadata,
        relations: &[Relation],
        orderings: &[Ordered],
        asked: &Asked,
        scope: Scope<'_>,
        text: &str,
    ) -> Result<Restrictions> {
        let mut own = Restrictions {
            partition: RestrictionSet::default(),
            token: None,
            token_is_eq: false,
            clustering: RestrictionSet::default(),
            others: RestrictionSet::default(),
            is_key_range: false,
            uses_index: false,
            filters_partition: false,
            filters_clustering: false,
            filters_others: false,
            has_regular: false,
        };
        for relation in relations {
            own.add_relation(table, relation, asked, scope, text).map_err(|error| error.at(relation.span))?;
        }
        own.add_ordering(table, orderings)?;
        own.has_regular = own.others.columns().any(|column| table.columns[column].kind == ColumnKind::Regular);
        own.check(table, asked)?;
        Ok(own)
    }

    fn add_relation(
        &mut self,
        table: &TableMetadata,
        relation: &Relation,
        asked: &Asked,
        scope: Scope<'_>,
        text: &str,
    ) -> Result<()> {
        let restriction = Reader { table, scope }.read(relation)?;
        match restriction {
            Restriction::Custom { index } => match table.indexes.iter().find(|own| own.name == index) {
                None => Err(QueryError::invalid(format!(
                    "Invalid index expression, index {index} not found for {}.{}",
                    table.keyspace, table.name
                ))),
                Some(found) if found.kind != "CUSTOM" => {
                    Err(QueryError::invalid(format!("Index {index} does not support custom expressions")))
                }
                Some(_) => {
                    Err(QueryError::unsupported(format!("index {index}: custom index expressions are not supported")))
                }
            },
            Restriction::Token { test, is_eq } => self.add_token(table, test.0, is_eq),
            Restriction::Single(single) => {
                match &single.test {
                    Test::IsNotNull => {
                        let text = relation.span.of(text);
                        return Err(QueryError::invalid(format!("Unsupported restriction: {text}")));
                    }
                    // 6.0 takes LIKE wherever rows may be looked through.
                    Test::Like(_)
                        if !table.release.is_6()
                            && !table.indexes.iter().any(|own| index::supports(own, table, &single)) =>
                    {
                        let text = relation_text(relation, scope).unwrap_or_else(|| relation.span.of(text).to_owned());
                        return Err(QueryError::invalid(format!(
                            "LIKE restriction is only supported on properly indexed columns. {text} is not valid."
                        )));
                    }
                    _ => {}
                }
                self.add_single(table, single, asked)
            }
        }
    }

    fn add_single(&mut self, table: &TableMetadata, single: Single, asked: &Asked) -> Result<()> {
        match table.columns[single.columns[0]].kind {
            ColumnKind::PartitionKey(_) => self.partition.add(table, single),
            ColumnKind::Clustering(_) => self.add_clustering(table, single, asked),
            ColumnKind::Static | ColumnKind::Regular => self.others.add(table, single),
        }
    }

    fn add_token(&mut self, table: &TableMetadata, test: SliceTerms<Term>, is_eq: bool) -> Result<()> {
        let names: Vec<&str> = table.partition_key().map(|column| column.name.as_str()).collect();
        let names = names.join(", ");
        let Some(own) = &self.token else {
            (self.token, self.token_is_eq) = (Some(test), is_eq);
            return Ok(());
        };
        if self.token_is_eq {
            return Err(QueryError::invalid(format!(
                "{names} cannot be restricted by more than one relation if it includes an Equal"
            )));
        }
        if is_eq {
            return Err(QueryError::invalid(format!(
                "Columns \"{names}\" cannot be restricted by both an equality and an inequality relation"
            )));
        }
        if own.start.is_some() && test.start.is_some() {
            return Err(QueryError::invalid(format!(
                "More than one restriction was found for the start bound on {names}"
            )));
        }
        if own.end.is_some() && test.end.is_some() {
            return Err(QueryError::invalid(format!(
                "More than one restriction was found for the end bound on {names}"
            )));
        }
        self.token = Some(SliceTerms { start: own.start.clone().or(test.start), end: own.end.clone().or(test.end) });
        Ok(())
    }

    fn add_clustering(&mut self, table: &TableMetadata, single: Single, asked: &Asked) -> Result<()> {
        let last = self.clustering.last().cloned();
        let (first, is_slice) = (single.columns[0], single.test.is_slice());
        let has_index = table.indexes.iter().any(|own| index::supports(own, table, &single));
        self.clustering.add(table, single)?;
        let Some(last) = last.filter(|_| !asked.allow_filtering && !has_index) else { return Ok(()) };
        let name = |column: usize| table.columns[column].name.as_str();
        let start = last.columns[0];
        if last.test.is_slice() && position(table, first) > position(table, start) {
            return Err(QueryError::invalid(format!(
                "Clustering column \"{}\" cannot be restricted (preceding column \"{}\" is restricted by a non-EQ relation)",
                name(first),
                name(start)
            )));
        }
        if position(table, first) < position(table, start) && is_slice {
            let next = self.clustering.next_after(table, first).unwrap_or(start);
            return Err(QueryError::invalid(format!(
                "PRIMARY KEY column \"{}\" cannot be restricted (preceding column \"{}\" is restricted by a non-EQ relation)",
                name(next),
                name(first)
            )));
        }
        Ok(())
    }

    fn add_ordering(&mut self, table: &TableMetadata, orderings: &[Ordered]) -> Result<()> {
        let mut ann = orderings.iter().filter_map(|ordering| Some((ordering, ordering.ann_of.as_ref()?)));
        let Some((ordering, _)) = ann.next() else { return Ok(()) };
        if ann.next().is_some() {
            return Err(QueryError::invalid("Cannot specify more than one ANN ordering"));
        }
        if orderings.len() > 1 {
            return Err(QueryError::invalid("ANN ordering does not support any other ordering"));
        }
        if ordering.descending {
            return Err(QueryError::invalid("Descending ANN ordering is not supported"));
        }
        self.others.add(table, Single::new(vec![ordering.column], Test::Ann))
    }

    fn check(&mut self, table: &TableMetadata, asked: &Asked) -> Result<()> {
        let supported = |set: &RestrictionSet| {
            set.iter().any(|single| table.indexes.iter().any(|own| index::supports(own, table, single)))
        };
        let has_clustering_index = supported(&self.clustering);
        let has_index = has_clustering_index || supported(&self.partition) || supported(&self.others);
        self.check_partition(table, has_index, asked)?;
        if self.uses_index || self.partition_needs_filtering(table) {
            self.filters_partition = true;
        }
        if asked.only_static && !self.clustering.is_empty() {
            return Err(QueryError::invalid("Cannot restrict clustering columns when selecting only static columns"));
        }
        self.check_clustering(table, has_index, asked)?;
        if self.is_key_range && has_clustering_index {
            self.uses_index = true;
        }
        if self.uses_index || self.clustering_needs_filtering(table) {
            self.filters_clustering = true;
        }
        if !self.others.is_empty() {
            self.check_others(table, has_index, asked)?;
            self.filters_others = true;
        }
        if self.uses_index && self.key_is_in() {
            return Err(QueryError::invalid(
                "Select on indexed columns and with IN clause for the PRIMARY KEY are not supported",
            ));
        }
        Ok(())
    }

    fn check_partition(&mut self, table: &TableMetadata, has_index: bool, asked: &Asked) -> Result<()> {
        self.is_key_range |= self.is_on_token(table);
        if self.partition.is_empty() && self.token.is_none() {
            self.is_key_range = true;
            self.uses_index = has_index;
        }
        if self.partition_needs_filtering(table) {
            if !asked.allow_filtering && !has_index {
                return Err(QueryError::invalid(REQUIRES_ALLOW_FILTERING));
            }
            self.is_key_range = true;
            self.uses_index = has_index;
        }
        Ok(())
    }

    fn check_clustering(&mut self, table: &TableMetadata, has_index: bool, asked: &Asked) -> Result<()> {
        if self.clustering.has_contains() && !has_index && !asked.allow_filtering && table.release.is_6() {
            return Err(QueryError::invalid(
                "Clustering column restrictions require the use of secondary indices or filtering for map-element restrictions and for the following operators: CONTAINS, CONTAINS KEY, LIKE, ANN, NOT CONTAINS, NOT CONTAINS KEY",
            ));
        }
        if self.clustering.has_contains() && !has_index && !asked.allow_filtering {
            return Err(QueryError::invalid(
                "Clustering columns can only be restricted with CONTAINS with a secondary index or filtering",
            ));
        }
        if self.clustering.is_empty() || !self.clustering_needs_filtering(table) {
            return Ok(());
        }
        if has_index {
            self.uses_index = true;
            return Ok(());
        }
        if asked.allow_filtering {
            return Ok(());
        }
        for (own, restricted) in clustering_columns(table).into_iter().zip(self.clustering.columns()) {
            if own != restricted {
                return Err(QueryError::invalid(format!(
                    "PRIMARY KEY column \"{}\" cannot be restricted as preceding column \"{}\" is not restricted",
                    table.columns[restricted].name, table.columns[own].name
                )));
            }
        }
        Ok(())
    }

    fn check_others(&mut self, table: &TableMetadata, has_index: bool, asked: &Asked) -> Result<()> {
        let ann = self.others.iter().find(|single| matches!(single.test, Test::Ann)).map(|single| single.columns[0]);
        if let Some(column) = ann {
            self.check_ann(table, column)?;
        } else {
            let is_indexed = |column: usize| table.indexes.iter().any(|own| index::is_on(own, table, column));
            let vector = self
                .others
                .columns()
                .find(|column| matches!(table.columns[*column].ty.unreversed(), MarshalType::Vector { .. }));
            if vector.is_some_and(is_indexed) {
                return Err(QueryError::invalid("Vector indexes only support ANN queries"));
            }
        }
        if has_index {
            self.uses_index = true;
        } else if !asked.allow_filtering {
            return Err(QueryError::invalid(REQUIRES_ALLOW_FILTERING));
        }
        Ok(())
    }

    fn check_ann(&self, table: &TableMetadata, column: usize) -> Result<()> {
        let is_float = matches!(table.columns[column].ty.unreversed(), MarshalType::Vector { element, .. } if **element == MarshalType::Native(NativeType::Float));
        if !is_float {
            return Err(QueryError::invalid("ANN ordering is only supported on float vector indexes"));
        }
        let is_indexed = |column: usize| table.indexes.iter().any(|own| index::is_on(own, table, column));
        if !is_indexed(column) {
            return Err(QueryError::invalid("ANN ordering by vector requires the column to be indexed"));
        }
        let message = "ANN ordering by vector requires all restricted column(s) to be indexed";
        if self.partition_needs_filtering(table) {
            return Err(QueryError::invalid(message));
        }
        let others = self.others.columns().filter(|own| *own != column);
        let unindexed: Vec<usize> = others.chain(self.clustering.columns()).filter(|own| !is_indexed(*own)).collect();
        let all_clustering = unindexed.iter().all(|own| matches!(table.columns[*own].kind, ColumnKind::Clustering(_)));
        let missing = self.partition.len() < table.partition_key().count();
        if !unindexed.is_empty() && (!all_clustering || missing || self.clustering_needs_filtering(table)) {
            return Err(QueryError::invalid(message));
        }
        Ok(())
    }

    /// Whether partitions are told by a range of tokens rather than by their keys.
    pub(crate) fn is_on_token(&self, table: &TableMetadata) -> bool {
        let all = self.partition.len() == table.partition_key().count();
        self.token.is_some()
            && (self.partition.is_empty() || !all || self.partition.has_slice() || self.partition.has_contains())
    }

    fn partition_needs_filtering(&self, table: &TableMetadata) -> bool {
        let missing = self.partition.len() < table.partition_key().count();
        !self.partition.is_empty() && (missing || self.partition.has_slice() || self.partition.has_contains())
    }

    fn clustering_needs_filtering(&self, table: &TableMetadata) -> bool {
        let mut next = 0;
        for single in self.clustering.iter() {
            if is_filtered(table, single, next) {
                return true;
            }
            if !single.test.is_slice() {
                next = position(table, single.columns[single.columns.len() - 1]) + 1;
            }
        }
        self.clustering.has_contains()
    }

    /// Clustering tests that slices cannot answer.
    pub(crate) fn filtered_clustering(&self, table: &TableMetadata) -> Vec<Rc<Single>> {
        let (mut next, mut all) = (0, Vec::new());
        for single in self.clustering.iter() {
            if is_filtered(table, single, next) {
                all.push(Rc::clone(single));
            } else if !single.test.is_slice() {
                next = position(table, single.columns[single.columns.len() - 1]) + 1;
            }
        }
        all
    }

    /// Whether IN is used on the partition key.
    pub(crate) fn key_is_in(&self) -> bool {
        self.partition.has_in()
    }

    pub(crate) fn has_clustering(&self) -> bool {
        !self.clustering.is_empty()
    }

    pub(crate) fn filters_partition(&self) -> bool {
        self.filters_partition
    }

    pub(crate) fn filters_clustering(&self) -> bool {
        self.filters_clustering
    }

    /// Whether a partition without rows is one row of the answer, if it has static columns.
    pub(crate) fn shows_partitions_without_rows(&self) -> bool {
        self.clustering.is_empty() && !self.has_regular
    }

    /// The columns that are no part of the primary key and are tested.
    pub(crate) fn other_columns(&self) -> impl Iterator<Item = usize> + '_ {
        self.others.columns()
    }

    /// Whether a column is compared by `=`.
    pub(crate) fn is_eq(&self, column: usize) -> bool {
        [&self.partition, &self.clustering, &self.others]
            .into_iter()
            .filter_map(|set| set.get(column))
            .any(|single| single.test.is_eq())
    }

    /// Whether ALLOW FILTERING has to be said for what no index answers.
    pub(crate) fn needs_filtering(&self, table: &TableMetadata) -> bool {
        let mut singles: Vec<&Rc<Single>> = Vec::new();
        if self.filters_partition {
            singles.extend(self.partition.iter());
        }
        if self.filters_clustering {
            singles.extend(self.clustering.iter());
        }
        if self.filters_others {
            singles.extend(self.others.iter());
        }
        if singles.is_empty() {
            return !self.clustering.is_empty();
        }
        let mut groups: Vec<Group> = Vec::new();
        for own in &table.indexes {
            let group = index::group(own);
            if !groups.contains(&group) {
                groups.push(group);
            }
        }
        let answers = |group: &Group, single: &Single| {
            let mut of_group = table.indexes.iter().filter(|own: &&IndexMetadata| index::group(own) == *group);
            of_group.any(|own| index::supports(own, table, single))
        };
        !groups.iter().any(|group| singles.iter().all(|single| answers(group, single)))
    }
}

fn is_filtered(table: &TableMetadata, single: &Single, next: usize) -> bool {
    single.test.is_contains() || matches!(single.test, Test::Like(_)) || next != position(table, single.columns[0])
}

/// The place of a column in its part of the primary key.
fn position(table: &TableMetadata, column: usize) -> usize {
    match table.columns[column].kind {
        ColumnKind::PartitionKey(i) | ColumnKind::Clustering(i) => i,
        ColumnKind::Static | ColumnKind::Regular => 0,
    }
}

/// The indexes of the clustering columns among the table's, in their order.
pub(crate) fn clustering_columns(table: &TableMetadata) -> Vec<usize> {
    let columns = table.columns.iter().enumerate();
    columns.filter(|(_, column)| matches!(column.kind, ColumnKind::Clustering(_))).map(|(i, _)| i).collect()
}

/// ORDER BY, with its columns.
pub(crate) fn orderings(
    table: &TableMetadata,
    asked: &[cqlite_cql::ast::Ordering],
    scope: Scope<'_>,
) -> Result<Vec<Ordered>> {
    let read = |ordering: &cqlite_cql::ast::Ordering| {
        let (column, metadata) = existing(table, &ordering.column)?;
        let receiver = Receiver::new(metadata.name.clone(), &metadata.ty);
        let ann_of = match &ordering.ann_of {
            Some(value) => Some(scope.term(value, &receiver)?),
            None => None,
        };
        Ok(Ordered { column, descending: ordering.direction == Direction::Descending, ann_of })
    };
    asked.iter().map(read).collect()
}
