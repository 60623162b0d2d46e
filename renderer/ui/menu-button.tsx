import { Menu, type MenuProps } from '@mantine/core'
import { type ComponentProps, type ReactNode, useEffect, useRef, useState } from 'react'
import { IconButton } from './icon-button.tsx'

type MenuButtonProps = ComponentProps<typeof IconButton> & {
  readonly position?: NonNullable<MenuProps['position']>
  /** The menu's items, made when it is opened. */
  readonly items: () => ReactNode
}

/** An icon button with a menu. What makes the menu work is only there once it was opened: a board has hundreds of them. */
export function MenuButton({ items, position = 'bottom-end', ...button }: MenuButtonProps) {
  const [isUsed, setIsUsed] = useState(false)
  if (!isUsed)
    return <IconButton aria-haspopup="menu" aria-expanded={false} {...button} onClick={() => setIsUsed(true)} />
  return <UsedMenu items={items} position={position} button={button} />
}

interface UsedMenuProps {
  readonly items: () => ReactNode
  readonly position: NonNullable<MenuProps['position']>
  readonly button: ComponentProps<typeof IconButton>
}

/** A menu that begins open, as if its button had just been pressed: so it gives the focus back to it. */
function UsedMenu({ items, position, button }: UsedMenuProps) {
  const target = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    target.current?.focus()
    target.current?.click()
  }, [])
  return (
    <Menu position={position}>
      <Menu.Target>
        <IconButton {...button} ref={target} />
      </Menu.Target>
      <Menu.Dropdown>{items()}</Menu.Dropdown>
    </Menu>
  )
}
