//! Read Cassandra SSTables without Cassandra: the facade.
