package dev.kqlift.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The functions and watchlists of a workspace: those declared, and the ASIM parsers that every workspace has. Immutable, and
 * safe to share between threads.
 */
public final class WorkspaceFunctions {
    private static final WorkspaceFunctions BUILT_IN = new WorkspaceFunctions(List.of(), List.of());

    private final Map<String, WorkspaceFunction> functions = new LinkedHashMap<>();
    private final Map<String, Watchlist> watchlists = new LinkedHashMap<>();

    private WorkspaceFunctions(List<WorkspaceFunction> functions, List<Watchlist> watchlists) {
        functions.forEach(function -> this.functions.put(function.name(), function));
        watchlists.forEach(watchlist -> this.watchlists.put(watchlist.alias(), watchlist));
    }

    /** What every workspace has. Costs nothing until a name that looks like a parser's is looked up. */
    public static WorkspaceFunctions builtIn() {
        return BUILT_IN;
    }

    /** What a workspace of this configuration has. */
    public static WorkspaceFunctions of(WorkspaceConfig config) {
        return new WorkspaceFunctions(config.functions(), config.watchlists());
    }

    /** The function of a name; a declared one takes the place of a parser. */
    public Optional<WorkspaceFunction> find(String name) {
        Optional<WorkspaceFunction> declared = declared(name);
        return declared.isPresent() ? declared : AsimParsers.find(name).map(parser -> parser);
    }

    /** The function that the configuration declares under a name. */
    public Optional<WorkspaceFunction> declared(String name) {
        return Optional.ofNullable(functions.get(name));
    }

    /** The watchlist that the configuration declares under an alias. */
    public Optional<Watchlist> watchlist(String alias) {
        return Optional.ofNullable(watchlists.get(alias));
    }
}
