/**
 * Who controls whom: integrated ownership, majority control, the fifty percent rule and voting
 * power over a graph of shares. Every answer is computed with least and largest shares and gives
 * what it rests on; who is unknown is never counted as somebody. Nothing is read here and nothing
 * judged: a share and control are facts, and what they mean is for others to say.
 */
@NullMarked
package org.bellbuoy.register.control;

import org.jspecify.annotations.NullMarked;
