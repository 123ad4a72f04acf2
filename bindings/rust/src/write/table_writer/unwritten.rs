/// A statement that is put together and written at its end: what all of them have.
macro_rules! unwritten {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug)]
        #[must_use = "nothing is written before `write` is called"]
        pub struct $name<'w> {
            writer: &'w mut SstableWriter,
        }

        impl<'w> $name<'w> {
            pub(super) fn new(writer: &'w mut SstableWriter) -> Self {
                $name { writer }
            }

            /// `USING TIMESTAMP`: in microseconds since 1970; what is deleted is what was written up to it. Else the writer's, or the clock's.
            pub fn timestamp(self, micros: i64) -> Self {
                self.writer.statement.using.timestamp = Some(micros);
                self
            }

            /// Writes it. Bounds with nothing between them delete nothing.
            ///
            /// # Errors
            /// What Cassandra refuses, an order that is not the SSTable's if rows come sorted, or what cannot be written.
            pub fn write(self) -> Result<(), Error> {
                self.writer.write()
            }
        }
    };
}
pub(super) use unwritten;
