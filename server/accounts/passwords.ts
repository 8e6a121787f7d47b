/** Passwords, hashed with argon2id at the parameters that OWASP gives as its minimum (19 MiB, 2 rounds, 1 lane). */
import { hash, verify } from '@node-rs/argon2';

const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, parameters);

// Checked when nobody has the address, so that the time taken does not tell who has an account.
const nobody = hashPassword('nobody has this password');

export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await nobody), password);
  return matches && passwordHash !== null;
}
