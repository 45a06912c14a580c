/**
 * FINS, Omron's factory interface network service (manuals W342 and W421), in datagrams and over
 * TCP. Told by content, on any port, though few of its bytes are fixed: in datagrams of an unusual
 * port it takes several. File contents and programs are told by their names and addresses only.
 */
@NullMarked
package org.bellbuoy.port.protocol.fins;

import org.jspecify.annotations.NullMarked;
