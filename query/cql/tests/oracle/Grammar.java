import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import org.apache.cassandra.cql3.CQLFragmentParser;
import org.apache.cassandra.cql3.CqlParser;

/** Asks Cassandra's parser about statements: those of a file, and ones made of them by leaving out, doubling or exchanging words. */
public class Grammar
{
    public static void main(String[] args) throws Exception
    {
        List<String> statements = Files.readAllLines(Path.of(args[0]));
        int mutants = Integer.parseInt(args[1]);
        LinkedHashSet<String> all = new LinkedHashSet<>(statements);
        Random random = new Random(20261128);
        while (all.size() < statements.size() + mutants)
            all.add(mutant(statements, random));
        StringBuilder out = new StringBuilder();
        for (String statement : all)
        {
            String verdict = "ok";
            try
            {
                CQLFragmentParser.parseAnyUnhandled(CqlParser::query, statement.replace("\\n", "\n"));
            }
            catch (Throwable e)
            {
                String name = e.getClass().getSimpleName();
                verdict = name.equals("SyntaxException") ? String.valueOf(e.getMessage()).replace("\n", "\\n") : name + ": " + e.getMessage();
            }
            out.append(statement).append('\t').append(verdict).append('\n');
        }
        System.out.write(out.toString().getBytes(StandardCharsets.UTF_8));
        System.out.flush();
        System.exit(0);
    }

    static String mutant(List<String> statements, Random random)
    {
        List<String> words = words(statements.get(random.nextInt(statements.size())));
        for (int i = 0, n = 1 + random.nextInt(2); i < n && !words.isEmpty(); i++)
        {
            int at = random.nextInt(words.size());
            switch (random.nextInt(4))
            {
                case 0: words.remove(at); break;
                case 1: words.add(at, words.get(at)); break;
                case 2: Collections.swap(words, at, random.nextInt(words.size())); break;
                default:
                    List<String> other = words(statements.get(random.nextInt(statements.size())));
                    if (!other.isEmpty()) words.set(at, other.get(random.nextInt(other.size())));
            }
        }
        return String.join(" ", words);
    }

    static List<String> words(String statement)
    {
        List<String> words = new ArrayList<>();
        java.util.regex.Matcher m = java.util.regex.Pattern.compile("'[^']*'|\"[^\"]*\"|[A-Za-z0-9_]+|<=|>=|!=|\\+=|-=|\\.\\.|\\S").matcher(statement);
        while (m.find()) words.add(m.group());
        return words;
    }
}
