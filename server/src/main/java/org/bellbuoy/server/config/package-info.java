/**
 * Configuration of web servers: machine keys, modules, handlers, virtual directories. Keys are
 * compared by fingerprint and never kept.
 */
@NullMarked
package org.bellbuoy.server.config;

import org.jspecify.annotations.NullMarked;
