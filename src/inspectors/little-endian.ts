export { u16 as uint16At, u32 as uint32At } from './bytes';
