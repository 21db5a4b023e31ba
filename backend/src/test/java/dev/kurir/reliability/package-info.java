/** The real program under kill -9, and how fast it is: what docs/guarantees.md promises, measured from outside. */
package dev.kurir.reliability;
