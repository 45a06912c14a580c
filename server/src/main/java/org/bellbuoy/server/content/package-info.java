/**
 * Files in web folders: what a script looks like whoever named it. Digests, likeness, traits.
 * Nothing found is ever run.
 */
@NullMarked
package org.bellbuoy.server.content;

import org.jspecify.annotations.NullMarked;
