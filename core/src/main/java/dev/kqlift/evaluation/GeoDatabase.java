package dev.kqlift.evaluation;

import java.net.InetAddress;
import java.util.Optional;

/** Tells where addresses are. */
@FunctionalInterface
public interface GeoDatabase {
    /** The place of an address; empty where the database has none for it. */
    Optional<GeoPlace> place(InetAddress address);
}
