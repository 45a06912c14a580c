/**
 * Ways over water: how far it is at least from one place to others when land lies between, on a
 * grid over the part of the sea that a silent ship can have been in. It promises never to say more
 * than the real way where the coastlines are right to the stated margin. Cables, speeds and words
 * do not belong here.
 */
@NullMarked
package org.bellbuoy.sea.route;

import org.jspecify.annotations.NullMarked;
