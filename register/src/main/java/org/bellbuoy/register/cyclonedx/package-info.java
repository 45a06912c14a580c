/**
 * Hardware bills of materials of CycloneDX 1.6, read and written: devices, software and what they
 * are part of, with who made and who supplied them. Anything else of a component is kept with it,
 * so that one that nobody changed is written as it was read. Vulnerabilities do not belong here.
 */
@NullMarked
package org.bellbuoy.register.cyclonedx;

import org.jspecify.annotations.NullMarked;
