/**
 * PROFINET (IEC 61158-6-10): DCP, which finds and names devices on the link, and the connection
 * management of PROFINET IO, which is DCE/RPC without connections over UDP. Told by content, on any
 * port; what is asked and answered goes between different ports and addresses, so that answers are
 * paired over conversations. Cyclic data and alarms are not read.
 */
@NullMarked
package org.bellbuoy.port.protocol.profinet;

import org.jspecify.annotations.NullMarked;
