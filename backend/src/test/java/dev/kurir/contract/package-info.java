/** The code keeps the contract, and the contract holds nothing that the code does not keep. */
@NullMarked
package dev.kurir.contract;

import org.jspecify.annotations.NullMarked;
